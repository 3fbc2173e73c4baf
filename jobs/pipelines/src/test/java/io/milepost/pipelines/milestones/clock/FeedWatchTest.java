package io.milepost.pipelines.milestones.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.state.Times;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two feeds; each may be silent for 30 s of the machine's clock. */
class FeedWatchTest {

    private static final String ODOO = "odoo.receipts/0";
    private static final String CARRIER = "carrier.events/0";
    private static final long MINUTE = 60_000_000L;
    private static final long TODAY = 1_772_000_040_000_000L;

    private OneInputStreamOperatorTestHarness<FeedSignal, OutboundRecord> harness;
    private int seen;

    @BeforeEach
    void start() throws Exception {
        harness = watch(null);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aSilentFeedIsReportedOnceWithTheLinesThatNobodyCanJudge() throws Exception {
        heard(ODOO, TODAY);
        heard(CARRIER, TODAY);
        deadline(Times.NONE, TODAY + MINUTE);
        deadline(Times.NONE, TODAY + MINUTE);
        deadline(Times.NONE, TODAY + 60 * MINUTE);
        harness.setProcessingTime(25_000);
        heard(ODOO, TODAY + 2 * MINUTE);
        assertThat(alerts()).isEmpty();

        harness.setProcessingTime(30_000);
        List<SlaAlert> alerts = alerts();
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).getKind()).isEqualTo(AlertKind.FEED_SILENT);
        assertThat(alerts.get(0).getStatus()).isEqualTo(EpisodeStatus.OPEN);
        assertThat(alerts.get(0).getFeed()).isEqualTo(CARRIER);
        assertThat(alerts.get(0).getUnknownLines()).isEqualTo(2);
        assertThat(alerts.get(0).getMessage())
                .isEqualTo(
                        "no heartbeat from carrier.events/0 for 30 s; the clock stands, 2 lines"
                                + " past their deadline are unknown");

        harness.setProcessingTime(50_000);
        assertThat(alerts()).as("said once; the other feed has 5 s left").isEmpty();
    }

    @Test
    void aFeedThatReturnsClosesItsEpisode() throws Exception {
        heard(ODOO, TODAY);
        heard(CARRIER, TODAY);
        harness.setProcessingTime(30_000);
        List<SlaAlert> opened = alerts();
        assertThat(opened).extracting(SlaAlert::getFeed).containsExactly(CARRIER, ODOO);

        heard(CARRIER, TODAY + MINUTE);
        List<SlaAlert> closed = alerts();
        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).getStatus()).isEqualTo(EpisodeStatus.CLEARED);
        assertThat(closed.get(0).getAlertId()).isEqualTo(opened.get(0).getAlertId());
        assertThat(closed.get(0).getClosedAt()).isEqualTo(Times.instant(TODAY + MINUTE));
    }

    @Test
    void aFeedThatRepeatsItsOldPromiseIsSilent() throws Exception {
        heard(ODOO, TODAY);
        heard(CARRIER, TODAY);
        harness.setProcessingTime(20_000);
        heard(ODOO, TODAY + MINUTE);
        heard(CARRIER, TODAY);
        heard(CARRIER, TODAY - MINUTE);
        harness.setProcessingTime(35_000);

        assertThat(alerts()).extracting(SlaAlert::getFeed).containsExactly(CARRIER);
    }

    @Test
    void aFeedThatNeverSpokeIsReportedToo() throws Exception {
        heard(ODOO, TODAY);
        harness.setProcessingTime(15_000);
        heard(ODOO, TODAY + MINUTE);
        harness.setProcessingTime(30_000);

        assertThat(alerts()).extracting(SlaAlert::getFeed).containsExactly(CARRIER);
    }

    @Test
    void aLineWhoseDeadlineIsDecidedIsNoLongerUnknown() throws Exception {
        heard(ODOO, TODAY);
        heard(CARRIER, TODAY);
        deadline(Times.NONE, TODAY + MINUTE);
        deadline(TODAY + MINUTE, Times.NONE);
        heard(ODOO, TODAY + 2 * MINUTE);
        harness.setProcessingTime(30_000);

        assertThat(alerts()).extracting(SlaAlert::getUnknownLines).containsExactly(0L, 0L);
    }

    @Test
    void aRestartRemembersWhoWasSilentAndWhatIsDue() throws Exception {
        heard(ODOO, TODAY);
        heard(CARRIER, TODAY);
        deadline(Times.NONE, TODAY + MINUTE);
        harness.setProcessingTime(30_000);
        List<SlaAlert> opened = alerts();
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        harness = watch(state);
        seen = 0;
        harness.setProcessingTime(60_000);
        assertThat(alerts()).as("still the same silence").isEmpty();
        heard(CARRIER, TODAY + 2 * MINUTE);
        assertThat(alerts())
                .extracting(SlaAlert::getAlertId, SlaAlert::getStatus)
                .containsExactly(tuple(opened.get(0).getAlertId(), EpisodeStatus.CLEARED));
    }

    private static OneInputStreamOperatorTestHarness<FeedSignal, OutboundRecord> watch(
            OperatorSubtaskState state) throws Exception {
        FeedWatch watch =
                new FeedWatch(
                        new FeedWatch.Settings(List.of(CARRIER, ODOO), 30_000, 5_000),
                        Bench.WRITERS);
        OneInputStreamOperatorTestHarness<FeedSignal, OutboundRecord> harness =
                new OneInputStreamOperatorTestHarness<>(watch);
        harness.setProcessingTime(0);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private void heard(String feed, long promise) throws Exception {
        harness.processElement(FeedSignal.heartbeat(feed, promise), 0);
    }

    private void deadline(long before, long after) throws Exception {
        harness.processElement(FeedSignal.deadline(before, after), 0);
    }

    private List<SlaAlert> alerts() {
        List<SlaAlert> all = Bench.values(SlaAlert.class, harness.extractOutputValues());
        List<SlaAlert> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh;
    }
}
