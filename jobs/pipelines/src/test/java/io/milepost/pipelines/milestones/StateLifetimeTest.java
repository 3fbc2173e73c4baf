package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.runs.Clusters;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left in the whole job of lines that are over and of events that nobody claimed: counted
 * in savepoints, entry by entry and timer by timer.
 */
class StateLifetimeTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    @TempDir private Path folder;
    private TestedRuns runs;

    @BeforeEach
    void cluster(@InjectMiniCluster MiniCluster cluster) {
        runs = new TestedRuns(cluster, folder);
    }

    @Test
    void aLifeLeavesNothingWhenItsTimeIsOver() throws Exception {
        List<InboundRecord> script = new ArrayList<>(closedLines());
        script.addAll(unclaimed());
        addClock(script, "2026-03-05");
        Savepoint during = run(Start.fresh(2), script);
        assertThat(during.keyedEntries())
                .as("while events wait for what they belong to")
                .containsEntry(Uids.LINES + "/line", 5)
                .containsEntry(Uids.LINES + "/line-waiting", 1)
                .containsEntry(Uids.ORDERS + "/order-waiting", 1);

        addClock(script, "2026-04-15");
        Savepoint waited = run(Start.from(during, 1, "rocksdb"), script);
        assertThat(waited.keyedEntries())
                .as("when no event waits any more")
                .containsEntry(Uids.LINES + "/line", 4)
                .containsKey(Uids.LINES + "/line-facts")
                .containsEntry(Uids.LINES + "/_timer_state/event_user-timers", 4)
                .doesNotContainKey(Uids.LINES + "/line-waiting")
                .doesNotContainKey(Uids.ORDERS + "/order-waiting");

        addClock(script, "2026-08-01");
        Savepoint shrunk = run(Start.from(waited, 2, "hashmap"), script);
        assertThat(shrunk.keyedEntries())
                .as("when the lines are tombstones")
                .containsEntry(Uids.LINES + "/line", 4)
                .containsEntry(Uids.LINES + "/_timer_state/event_user-timers", 4)
                .doesNotContainKey(Uids.LINES + "/line-facts");
        assertThat(bytes(shrunk)).isLessThan(bytes(waited) / 2);

        addClock(script, "2027-06-01");
        Savepoint over = run(Start.from(shrunk, 3, "rocksdb"), script);
        assertThat(over.keyedEntries()).as("when the lines are forgotten").isEmpty();
    }

    @Test
    void aLineThatIsOpenStaysWithItsTimer() throws Exception {
        List<InboundRecord> script = new ArrayList<>();
        script.add(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));
        script.add(Bench.record(Catalogue.ORDER_LINES, SavedStory.order(48, 4801, "2026-02-01")));
        addClock(script, "2026-02-02");

        assertThat(run(Start.fresh(2), script).keyedEntries())
                .containsEntry(Uids.LINES + "/line", 1)
                .containsEntry(Uids.LINES + "/_timer_state/event_user-timers", 1);
    }

    /** Four lines of four orders: one went the whole way, one came in time, two were cancelled. */
    private static List<InboundRecord> closedLines() {
        List<InboundRecord> records = new ArrayList<>();
        records.add(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));
        records.add(Bench.record(Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01")));
        records.add(
                Bench.record(
                        Catalogue.SUPPLIER_EVENTS,
                        Events.acknowledgement("A1", "acme", null, "2026-02-02")));
        records.add(
                Bench.record(
                        Catalogue.SUPPLIER_EVENTS,
                        Events.shipNotice("S1", Events.byNumber(4201), "T1", "2026-02-10")));
        records.add(
                Bench.record(
                        Catalogue.CARRIER_EVENTS,
                        Events.carrier("c1", CarrierStatus.DELIVERED, "T1", "2026-03-03")));
        records.add(Bench.record(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-03-04")));
        records.add(Bench.record(Catalogue.BILLS, Events.bill(4201, "2026-03-04")));
        records.addAll(SavedStory.longLine());
        records.add(
                Bench.record(
                        Catalogue.ORDER_LINES,
                        SavedStory.cancelled(SavedStory.order(46, 4601, "2026-02-20"))));
        records.add(Bench.record(Catalogue.ORDER_LINES, SavedStory.order(47, 4701, "2026-02-01")));
        records.add(
                Bench.record(
                        Catalogue.ORDER_LINES,
                        SavedStory.cancelled(SavedStory.order(47, 4701, "2026-02-20"))));
        records.add(Bench.record(Catalogue.ORDER_LINES, SavedStory.order(43, 4301, "2026-02-01")));
        records.add(Bench.record(Catalogue.RECEIPTS, SavedStory.receipt(43, 4301, "2026-02-15")));
        records.add(Bench.record(Catalogue.BILLS, SavedStory.bill(43, 4301, "2026-02-16")));
        return records;
    }

    /**
     * A receipt and an acknowledgement without an order, a carrier's word without a ship notice.
     */
    private static List<InboundRecord> unclaimed() {
        return List.of(
                Bench.record(Catalogue.RECEIPTS, SavedStory.receipt(44, 4401, "2026-02-16")),
                Bench.record(
                        Catalogue.SUPPLIER_EVENTS,
                        SavedStory.of(
                                "P00051",
                                Events.acknowledgement(
                                        "A6", "acme", Events.byNumber(1), "2026-02-18"))),
                Bench.record(
                        Catalogue.CARRIER_EVENTS,
                        Events.carrier("c3", CarrierStatus.IN_TRANSIT, "T3", "2026-02-12")));
    }

    private static void addClock(List<InboundRecord> script, String time) {
        List<InboundRecord> heartbeats =
                SavedStory.withHeartbeats(
                        List.of(Bench.record(Catalogue.POLICIES, Events.receiptPolicy())),
                        time,
                        time);
        script.addAll(heartbeats);
    }

    private static long bytes(Savepoint savepoint) throws IOException {
        return savepoint.keyedStates().get(Uids.LINES + "/line").bytes();
    }

    private Savepoint run(Start start, List<InboundRecord> script) throws Exception {
        try (RunningJob job =
                runs.start(TestedMilestones.job(TestedMilestones.PATIENT), start, script)) {
            return job.stopWhenAllIsRead();
        }
    }
}
