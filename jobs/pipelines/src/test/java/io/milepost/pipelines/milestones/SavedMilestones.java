package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.SlaAlert;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.runs.Release;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a savepoint of the milestones job by what the job tells that is restored from it.
 *
 * @param runs where it runs
 * @param release the release that wrote it
 */
record SavedMilestones(TestedRuns runs, Release release) {

    /** Name of the job in the test data. */
    static final String NAME = "milestones";

    /** Tells the second part of the story, and compares what came out; gives the next savepoint. */
    Savepoint goOn(Start start) throws Exception {
        List<InboundRecord> script = new ArrayList<>(SavedStory.before(release));
        script.addAll(SavedStory.after(release));
        try (RunningJob job =
                runs.start(TestedMilestones.job(TestedMilestones.PATIENT), start, script)) {
            Savepoint next = job.stopWhenAllIsRead();
            SavedStoryOutcome outcome = SavedStoryOutcome.of(job.written());
            SavedStoryOutcome expected = SavedStoryOutcome.after(release);
            assertThat(outcome.milestones()).isEqualTo(expected.milestones());
            assertThat(outcome.statuses()).isEqualTo(expected.statuses());
            assertThat(outcome.alerts()).isEqualTo(expected.alerts());
            assertThat(outcome.letters()).isEqualTo(expected.letters());
            assertThat(outcome.books()).isEqualTo(expected.books());
            return next;
        }
    }

    /** Lets all retentions pass: nothing is left but the lines that are open. */
    void forget(Start start) throws Exception {
        List<InboundRecord> script =
                SavedStory.withHeartbeats(
                        SavedStory.before(release), SavedStory.CLOCK, SavedStory.AHEAD);
        script.add(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));
        try (RunningJob job =
                runs.start(
                        TestedMilestones.job(TestedMilestones.PATIENT),
                        start,
                        SavedStory.withHeartbeats(script, "2028-01-01", "2028-01-01"))) {
            Map<String, Integer> left = new TreeMap<>(job.stopWhenAllIsRead().keyedEntries());
            assertThat(left).containsEntry(Uids.LINES + "/line", SavedStory.openLines(release));
            assertThat(left.keySet()).isSubsetOf(kept());
        }
    }

    /** Entries of an index that had no timer yet get one when they are spoken of again. */
    private List<String> kept() {
        List<String> kept =
                new ArrayList<>(
                        List.of(
                                Uids.LINES + "/line",
                                Uids.LINES + "/line-facts",
                                Uids.LINES + "/_timer_state/event_user-timers"));
        if (release.number() < SavedStory.LINKS) {
            kept.add(Uids.ORDERS + "/order-lines");
            kept.add(Uids.ORDERS + "/order-whole");
            kept.add(Uids.ORDERS + "/order-said");
            kept.add(Uids.SHIPMENTS + "/shipment-lines");
        }
        return kept;
    }

    /** Says nothing more: every feed is silent since its last promise, open lines are unknown. */
    void keepSilence(Start start) throws Exception {
        List<String> feeds = FactTopics.ALL.stream().map(topic -> topic.name() + "/0").toList();
        Map<String, String> silent = new TreeMap<>();
        try (RunningJob job =
                runs.start(
                        TestedMilestones.job(new FeedWatch.Settings(feeds, 1, 20)),
                        start,
                        SavedStory.before(release))) {
            job.awaitWritten(
                    "an alert of each feed", written -> alerts(written).size() >= feeds.size());
            alerts(job.written())
                    .forEach(
                            alert ->
                                    silent.put(
                                            alert.getFeed(),
                                            alert.getOpenedAt()
                                                    + ", unknown: "
                                                    + alert.getUnknownLines()));
        }
        String unknown = ", unknown: " + SavedStory.openLines(release);
        assertThat(silent)
                .isEqualTo(
                        Map.of(
                                "odoo.order-lines/0", "2026-02-25T00:00:00Z" + unknown,
                                "odoo.receipts/0", "2026-02-25T00:00:00Z" + unknown,
                                "odoo.bills/0", "2026-02-25T00:00:00Z" + unknown,
                                "supplier.events/0", "2026-02-25T00:00:00Z" + unknown,
                                "carrier.events/0", "2026-03-03T00:00:00Z" + unknown));
    }

    private static List<SlaAlert> alerts(List<OutboundRecord> written) {
        return Bench.values(SlaAlert.class, written);
    }
}
