package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.SlaAlert;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a savepoint of the milestones job by what the job tells that is restored from it.
 *
 * @param runs where it runs
 */
record SavedMilestones(TestedRuns runs) {

    /** Name of the job in the test data. */
    static final String NAME = "milestones";

    /** Tells the second part of the story, and compares what came out; gives the next savepoint. */
    Savepoint goOn(Start start) throws Exception {
        List<InboundRecord> script = new ArrayList<>(SavedStory.before());
        script.addAll(SavedStory.after());
        try (RunningJob job =
                runs.start(TestedMilestones.job(TestedMilestones.PATIENT), start, script)) {
            Savepoint next = job.stopWhenAllIsRead();
            SavedStoryOutcome outcome = SavedStoryOutcome.of(job.written());
            SavedStoryOutcome expected = SavedStoryOutcome.EXPECTED;
            assertThat(outcome.milestones()).isEqualTo(expected.milestones());
            assertThat(outcome.statuses()).isEqualTo(expected.statuses());
            assertThat(outcome.alerts()).isEqualTo(expected.alerts());
            assertThat(outcome.letters()).isEqualTo(expected.letters());
            assertThat(outcome.books()).isEqualTo(expected.books());
            return next;
        }
    }

    /** Says nothing more: every feed is silent since its last promise, three lines are unknown. */
    void keepSilence(Start start) throws Exception {
        List<String> feeds = FactTopics.ALL.stream().map(topic -> topic.name() + "/0").toList();
        Map<String, String> silent = new TreeMap<>();
        try (RunningJob job =
                runs.start(
                        TestedMilestones.job(new FeedWatch.Settings(feeds, 1, 20)),
                        start,
                        SavedStory.before())) {
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
        assertThat(silent)
                .isEqualTo(
                        Map.of(
                                "odoo.order-lines/0", "2026-02-25T00:00:00Z, unknown: 3",
                                "odoo.receipts/0", "2026-02-25T00:00:00Z, unknown: 3",
                                "odoo.bills/0", "2026-02-25T00:00:00Z, unknown: 3",
                                "supplier.events/0", "2026-02-25T00:00:00Z, unknown: 3",
                                "carrier.events/0", "2026-03-03T00:00:00Z, unknown: 3"));
    }

    private static List<SlaAlert> alerts(List<OutboundRecord> written) {
        return Bench.values(SlaAlert.class, written);
    }
}
