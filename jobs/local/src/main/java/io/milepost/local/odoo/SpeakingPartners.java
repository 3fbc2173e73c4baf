package io.milepost.local.odoo;

import io.milepost.local.feed.TimedEvent;
import io.milepost.local.partners.Correspondence;
import io.milepost.local.partners.Correspondence.Word;
import io.milepost.local.partners.PartnerFigures;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets partners speak their formats to the HTTP intake and get their orders, in step with the jobs
 * in between: partner-intake and partner-delivery.
 */
final class SpeakingPartners implements PartnerSide {

    private static final Logger LOG = LoggerFactory.getLogger(SpeakingPartners.class);

    private static final Duration TAKEN = Duration.ofSeconds(30);

    private final EmbeddedRun run;
    private final Lockstep lockstep;
    private final Correspondence partners;
    private final PartnerJobs jobs;

    private SpeakingPartners(
            EmbeddedRun run, Lockstep lockstep, Correspondence partners, PartnerJobs jobs) {
        this.run = run;
        this.lockstep = lockstep;
        this.partners = partners;
        this.jobs = jobs;
    }

    /**
     * Publishes their profiles, opens the intake and starts the jobs.
     *
     * @param how how they speak
     */
    static SpeakingPartners start(
            OdooStory story, EmbeddedRun run, RunOptions options, Lockstep lockstep, Partners how)
            throws IOException, InterruptedException {
        boolean played = story.times() == StoryTimes.ITS_OWN;
        Path archive = run.stack().archive().resolve("partners-" + run.kafka().topicPrefix());
        Correspondence partners =
                new Correspondence(
                        run.kafka(),
                        run.registry(),
                        archive,
                        new Correspondence.Terms(
                                how.seed(),
                                OdooServer.INSTANCE,
                                story.company(),
                                story.suppliers(),
                                story.carrier(),
                                story.startMicros(),
                                played,
                                how.lost() == null ? null : story.masters().vendorId(how.lost())));
        return new SpeakingPartners(
                run, lockstep, partners, PartnerJobs.start(run, options, played));
    }

    @Override
    public void speak(List<Word> words, boolean orders, long end)
            throws IOException, InterruptedException {
        jobs.requireRunning();
        if (orders) {
            ordersGoOut(end);
        }
        if (partners.systemsAnswer(words)) {
            taken();
            partners.numbersAreFound();
        }
        partners.speak(words);
        partners.promise(end);
        lockstep.await(jobs.intake(), PartnerIntakeJob.NAME, Watermarks.OUTPUTS, end);
        lockstep.checkpoint(jobs.intake());
    }

    /** Of what odoo-changes has told. */
    private void ordersGoOut(long end) throws IOException, InterruptedException {
        lockstep.await(jobs.delivery(), PartnerDeliveryJob.NAME, Watermarks.ORDERS, end);
        lockstep.checkpoint(jobs.delivery());
        partners.ordersGoOut();
    }

    /** Everything that came in by now has been read, and what was made of it can be. */
    private void taken() throws IOException, InterruptedException {
        long records = partners.inboundRecords();
        if (!Watermarks.awaitRecords(jobs.intake().getJobID(), Watermarks.ROUTE, records, TAKEN)) {
            LOG.warn("The job partner-intake has not taken in all {} records yet", records);
        }
        lockstep.checkpoint(jobs.intake());
    }

    @Override
    public List<TimedEvent> heard() throws IOException, InterruptedException {
        // With all that is in the books.
        lockstep.checkpoint(jobs.intake());
        lockstep.checkpoint(jobs.delivery());
        List<TimedEvent> heard =
                new ArrayList<>(
                        Recording.events(run.kafka(), run.registry(), Catalogue.SUPPLIER_EVENTS));
        List<TimedEvent> carried =
                Recording.events(run.kafka(), run.registry(), Catalogue.CARRIER_EVENTS);
        heard.addAll(carried);
        return heard;
    }

    @Override
    public void promise(long micros) {
        partners.promise(micros);
    }

    @Override
    public long promises() {
        return partners.promises();
    }

    @Override
    public PartnerFigures figures(List<TimedEvent> heard) throws IOException {
        return partners.figures(heard);
    }

    @Override
    public List<String> differences() {
        return partners.differences();
    }

    @Override
    public void close() throws IOException {
        partners.close();
    }
}
