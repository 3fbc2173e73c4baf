package io.milepost.local.odoo;

import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.kafka.KafkaConnection;
import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.partners.Correspondence.Word;
import io.milepost.local.partners.PartnerFigures;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.odoo.client.OdooException;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a story round an Odoo, step by step: people work in Odoo, odoo-changes tells of it,
 * partners speak, the milestones job asks Odoo for changes, odoo-updates makes them. A step begins
 * when all that the step before led to is done. So a story ends the same way however fast it is
 * played.
 *
 * <p>One thread plays; {@link #cancel()} and {@link #progress()} may be called from any.
 */
public final class OdooPlay implements AutoCloseable {

    /** Checkpoints are taken when a step needs them; these are for what lasts longer. */
    private static final Duration BY_THE_CLOCK = Duration.ofSeconds(10);

    /** The story's time of a step, at most. */
    private static final long STEP = Micros.DAY;

    /** Real time of a step, at most. */
    private static final double LONGEST_SECONDS = 5;

    /** Odoo's horizon is a second behind, and each step waits for it. */
    private static final long STEP_IN_THE_WORLD = 3 * Micros.DAY;

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration POLL_IN_THE_WORLD = Duration.ofMillis(300);
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How many may run beside each other. */
    private static final int JOBS = 5;

    private final OdooStory story;
    private final EmbeddedRun run;
    private final Lockstep lockstep;
    private final PartnerSide partners;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile FeedProgress progress;
    private volatile long promised;
    private volatile CommandCounts counts = CommandCounts.NONE;
    private PartnerFigures figures;
    private boolean orderedLate;

    private OdooPlay(OdooStory story, EmbeddedRun run, Lockstep lockstep, PartnerSide partners) {
        this.story = story;
        this.run = run;
        this.lockstep = lockstep;
        this.partners = partners;
        this.progress = new FeedProgress(0, Long.MIN_VALUE);
    }

    /**
     * Starts the jobs round Odoo beside a milestones job; what partners say is written into the
     * topics of their events.
     *
     * @param options those that the milestones job was started with
     */
    public static OdooPlay on(OdooStory story, EmbeddedRun run, RunOptions options)
            throws IOException, InterruptedException {
        return on(story, run, options, Partners.DIRECT);
    }

    /**
     * Starts the jobs round Odoo and, where partners speak their formats, those between them and
     * us.
     *
     * @param options those that the milestones job was started with
     * @param how how partners speak
     */
    public static OdooPlay on(OdooStory story, EmbeddedRun run, RunOptions options, Partners how)
            throws IOException, InterruptedException {
        return on(story, run, options, how, true);
    }

    /** The same without the job odoo-updates: for the test that must turn red. */
    public static OdooPlay withoutUpdates(OdooStory story, EmbeddedRun run, RunOptions options)
            throws IOException, InterruptedException {
        return on(story, run, options, Partners.DIRECT, false);
    }

    private static OdooPlay on(
            OdooStory story, EmbeddedRun run, RunOptions options, Partners how, boolean updates)
            throws IOException, InterruptedException {
        OdooJobs jobs =
                OdooJobs.start(
                        run,
                        options,
                        story.site().jobs(),
                        story.times() == StoryTimes.ITS_OWN ? POLL : POLL_IN_THE_WORLD,
                        story.company(),
                        updates);
        Lockstep lockstep = new Lockstep(run, jobs, options.parallelism());
        PartnerSide partners =
                how.formats()
                        ? SpeakingPartners.start(story, run, options, lockstep, how)
                        : new DirectPartners(run);
        return new OdooPlay(story, run, lockstep, partners);
    }

    /** The same options on a cluster that has room for all jobs and whose clocks can be watched. */
    public static RunOptions room(RunOptions options) {
        return options.withCheckpointInterval(BY_THE_CLOCK)
                .withStack(
                        options.stack()
                                .withTaskManagers(1, JOBS * options.parallelism())
                                .withFlink(Lockstep.settings()));
    }

    /**
     * Plays to the end.
     *
     * @return what was sent; {@code events} counts deeds in Odoo and what partners said
     * @throws IOException if Odoo or a job fails
     */
    public FeedReport play(Speed speed) throws IOException, InterruptedException {
        List<Steps.Step> steps =
                Steps.of(
                        story.script(),
                        story.partners(),
                        story.startMicros(),
                        story.endMicros(),
                        step(speed));
        if (story.times() == StoryTimes.ITS_OWN) {
            lockstep.changesRead(story.startMicros());
        }
        long began = System.nanoTime();
        for (Steps.Step step : steps) {
            try {
                if (!work(step, speed, began)) {
                    break;
                }
                promised = end(step);
                partnersSpeak(step, promised);
                counts = lockstep.commandsLand(promised);
            } catch (OdooException e) {
                throw new IOException("work in Odoo failed: " + e.getMessage(), e);
            }
        }
        return new FeedReport(progress.sent(), partners.promises(), 0, cancelled.get());
    }

    /** Feeds that say nothing for long are taken to be silent. */
    private long step(Speed speed) {
        long longest = story.times() == StoryTimes.ITS_OWN ? STEP : STEP_IN_THE_WORLD;
        return speed.isMax()
                ? longest
                : Math.min(longest, (long) (speed.factor() * LONGEST_SECONDS) * Micros.SECOND);
    }

    /** What people do in a step, told window by window; false when it was cancelled. */
    private boolean work(Steps.Step step, Speed speed, long began)
            throws OdooException, IOException, InterruptedException {
        int next = 0;
        for (long window : step.windows()) {
            story.site().quieten(lockstep.readers());
            while (next < step.acts().size() && step.acts().get(next).atMicros() < window) {
                Act act = step.acts().get(next++);
                if (!due(act.atMicros(), speed, began)) {
                    return false;
                }
                story.site().moveTo(act.atMicros());
                perform(act.deed(), act.atMicros());
            }
            if (!due(window, speed, began)) {
                return false;
            }
            story.site().completeUpTo(window);
            if (story.times() == StoryTimes.ITS_OWN) {
                lockstep.changesRead(window);
                story.site().quietenSoon();
            }
            progress = new FeedProgress(progress.sent(), window);
        }
        return true;
    }

    /** Everything that was done is told; then people race what partners are about to say. */
    private long end(Steps.Step step) throws OdooException, IOException, InterruptedException {
        long end = story.times().ends(step.endMicros());
        lockstep.changesRead(end);
        for (Deed deed : step.races()) {
            perform(deed, step.endMicros());
        }
        return end;
    }

    private void perform(Deed deed, long at) throws OdooException, InterruptedException {
        story.people().perform(story.times().of(deed, at));
        progress = new FeedProgress(progress.sent() + 1, at);
    }

    private void partnersSpeak(Steps.Step step, long end) throws IOException, InterruptedException {
        List<Word> words = step.partners().stream().map(this::word).toList();
        lockstep.changesCommitted();
        boolean orders =
                orderedLate || step.acts().stream().anyMatch(act -> isOfOrders(act.deed()));
        partners.speak(words, orders, end);
        orderedLate = !step.races().isEmpty();
        progress = new FeedProgress(progress.sent() + words.size(), step.endMicros());
    }

    private static boolean isOfOrders(Deed deed) {
        return !(deed instanceof Deed.Receive
                || deed instanceof Deed.GiveBack
                || deed instanceof Deed.EnterBill
                || deed instanceof Deed.CancelBill
                || deed instanceof Deed.PayBill);
    }

    /** What a partner says, at the time and of the order that it is in this Odoo. */
    private Word word(TimedEvent event) {
        Placement.Line line =
                event.lineKey() == null ? null : story.placement().line(event.lineKey());
        return new Word(
                story.translation().of(story.times().of(event)),
                line == null ? null : line.item().vendorItem());
    }

    private boolean due(long micros, Speed speed, long began) throws InterruptedException {
        long nanos = began + speed.realNanos(micros - story.startMicros());
        while (!cancelled.get() && nanos - System.nanoTime() > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(Math.min(LOOK.toNanos(), Math.max(0, nanos - System.nanoTime())));
        }
        return !cancelled.get();
    }

    /** When the story starts, microseconds since the epoch, UTC. */
    public long startMicros() {
        return story.startMicros();
    }

    /** Up to where everything is promised, in the time of Odoo; the end of the story at its end. */
    public long promisedMicros() {
        return promised;
    }

    /** How far the story is: deeds and words so far, and its time. */
    public FeedProgress progress() {
        return progress;
    }

    /** What became of commands until now. */
    public CommandCounts counts() {
        return counts;
    }

    /** Ends playing soon. */
    public void cancel() {
        cancelled.set(true);
    }

    /** After the end: time is the world's, and partners promise that they say nothing. */
    public void liveOn() {
        story.site().followTheWorld();
        partners.promise(Micros.of(Instant.now()));
    }

    /** What differs between what Odoo holds now and what it was to hold; empty if nothing does. */
    public List<String> differences(Played played) throws IOException, InterruptedException {
        try {
            return new OdooCheck(story, played).differences();
        } catch (OdooException e) {
            throw new IOException("Odoo cannot be read: " + e.getMessage(), e);
        }
    }

    /** What went to and fro between partners and us; {@code null} where nothing does. */
    public PartnerFigures partnerFigures() {
        return figures;
    }

    /** What got lost between partners and us; empty if nothing did. */
    public List<String> partnerDifferences() {
        return partners.differences();
    }

    /**
     * What was played, when every command has its result.
     *
     * @throws IllegalStateException if some have none after a while
     */
    public Played settle() throws IOException, InterruptedException {
        KafkaConnection kafka = run.kafka();
        List<OdooCommand> commands = Recording.records(kafka, run.registry(), Catalogue.COMMANDS);
        Set<String> asked = new HashSet<>();
        commands.forEach(command -> asked.add(command.getCommandId()));
        long end = System.nanoTime() + SETTLED.toNanos();
        List<OdooResult> results = List.of();
        Set<String> answered = new HashSet<>();
        boolean awaited = lockstep.updates();
        while (awaited && !answered.containsAll(asked) && System.nanoTime() < end) {
            results = Recording.records(kafka, run.registry(), Catalogue.RESULTS);
            results.forEach(result -> answered.add(result.getCommandId()));
        }
        List<TimedEvent> events = new ArrayList<>(partners.heard());
        figures = partners.figures(List.copyOf(events));
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.ORDER_LINES));
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.RECEIPTS));
        events.addAll(Recording.events(kafka, run.registry(), Catalogue.BILLS));
        return new Played(events, commands, results);
    }

    @Override
    public void close() throws IOException {
        partners.close();
        lockstep.close();
    }
}
