package io.milepost.pipelines.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.Account;
import io.milepost.events.ItemEvent;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.runs.Clusters;
import io.milepost.pipelines.runs.Release;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedRuns;
import io.milepost.pipelines.runs.TestedRuns.Start;
import io.milepost.schemas.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Restores the savepoints of all releases, which were written at parallelism 2, with no state left
 * over. With {@code -Dmilepost.regenerate=true} it writes that of the newest one anew before.
 */
class SupplierItemsSavepointTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    private static final String NAME = "supplier-items";

    @TempDir private Path folder;
    private TestedRuns runs;

    static Stream<Arguments> restores() {
        return Release.restores();
    }

    @BeforeAll
    static void regenerate(@InjectMiniCluster MiniCluster cluster, @TempDir Path folder)
            throws Exception {
        if (Release.REGENERATES) {
            List<InboundRecord> read = Release.NEWEST.records(before());
            try (RunningJob job =
                    new TestedRuns(cluster, folder)
                            .start(TestedItems.job(TestedItems.PATIENT), Start.fresh(2), read)) {
                Release.NEWEST.write(NAME, job.stopWhenAllIsRead(), read);
            }
        }
    }

    @BeforeEach
    void cluster(@InjectMiniCluster MiniCluster cluster) {
        runs = new TestedRuns(cluster, folder);
    }

    @ParameterizedTest(name = "{0} on {1} at parallelism {2}")
    @MethodSource("restores")
    void theStoryGoesOnAsIfTheJobHadNeverBeenStopped(
            Release release, String backend, int parallelism) throws Exception {
        goOn(Start.from(release.read(NAME, folder), parallelism, backend));
    }

    @Test
    void aSilentFeedIsNamedByItsPromiseFromBeforeTheSavepoint() throws Exception {
        FeedWatch.Settings impatient = new FeedWatch.Settings(List.of("supplier.items/0"), 1, 20);
        Start start = Start.from(Release.NEWEST.read(NAME, folder), 1, "rocksdb");

        try (RunningJob job = runs.start(TestedItems.job(impatient), start, before())) {
            job.awaitWritten("an alert", written -> !alerts(written).isEmpty());
            assertThat(alerts(job.written()).get(0)).isEqualTo("FEED_SILENT OPEN 2026-03-04");
        }
    }

    @Test
    void theNewestSavepointHasSomethingInEveryStateThatTheJobHas() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        Savepoint next = goOn(Start.from(saved, 1, "rocksdb"));

        assertThat(saved.states().keySet())
                .as("states of the job that are not in the savepoint%s", Release.REGENERATE)
                .isEqualTo(next.states().keySet());
        assertThat(saved.emptyStates()).as("states that the story leaves empty").isEmpty();
    }

    @Test
    void everyKeyedStateIsMissedWhenItIsLost() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        for (String state : List.of("item", "_timer_state/event_user-timers")) {
            Savepoint lost =
                    saved.withLostState(Uids.ITEMS, state, folder.resolve(state.replace('/', '_')));

            assertThatThrownBy(() -> goOn(Start.from(lost, 1, "hashmap")))
                    .as(state)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Expecting");
        }
    }

    @Test
    void anOperatorWithAnotherUidIsRefused() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        for (String uid : List.of(Uids.ITEM_SOURCE, Uids.ITEMS, Uids.FEEDS)) {
            Start renamed =
                    Start.from(saved, 1, "hashmap").withUids(u -> u.equals(uid) ? uid + "-2" : u);

            assertThatThrownBy(() -> goOn(renamed))
                    .as(uid)
                    .isInstanceOf(AssertionError.class)
                    .hasStackTraceContaining("Cannot map checkpoint/savepoint state for operator");
        }
    }

    @Test
    void nothingIsLeftOfAnItemWhenNothingWasHeardOfItForLongEnough() throws Exception {
        Start start = Start.from(Release.NEWEST.read(NAME, folder), 1, "rocksdb");
        assertThat(start.from().keyedEntries())
                .isEqualTo(
                        Map.of(
                                Uids.ITEMS + "/item", 1,
                                Uids.ITEMS + "/_timer_state/event_user-timers", 1));
        List<InboundRecord> script = new ArrayList<>(before());
        script.add(heartbeat("2027-06-01"));

        try (RunningJob job = runs.start(TestedItems.job(TestedItems.PATIENT), start, script)) {
            assertThat(job.stopWhenAllIsRead().keyedEntries()).isEmpty();
        }
    }

    /** Released savepoints were written after this, so it stays as it is. */
    private static List<InboundRecord> before() {
        return List.of(
                item(ItemEvents.price("5", "2026-03-02", "2026-03-01")),
                item(ItemEvents.price("7", "2026-03-03", "2026-03-10")),
                item(ItemEvents.stock(0, "2026-03-03")),
                heartbeat("2026-03-04"));
    }

    /** The higher price begins in between, its item is on stock again, a price list is repeated. */
    private Savepoint goOn(Start start) throws Exception {
        List<InboundRecord> script = new ArrayList<>(before());
        script.add(item(ItemEvents.price("5", "2026-03-02", "2026-03-01")));
        script.add(item(ItemEvents.stock(3, "2026-03-05")));
        script.add(heartbeat("2026-03-12"));
        try (RunningJob job = runs.start(TestedItems.job(TestedItems.PATIENT), start, script)) {
            Savepoint next = job.stopWhenAllIsRead();
            assertThat(Bench.values(OdooCommand.class, job.written()))
                    .extracting(OdooCommand::getValue)
                    .containsExactly("7");
            assertThat(alerts(job.written()))
                    .containsExactly("SUPPLIER_OUT_OF_STOCK CLEARED 2026-03-03");
            assertThat(Bench.values(Account.class, job.written()))
                    .filteredOn(account -> account.getStage().equals("items"))
                    .extracting(Account::getEffective, Account::getDuplicate)
                    .containsExactly(tuple(1L, 1L));
            return next;
        }
    }

    private static List<String> alerts(List<OutboundRecord> written) {
        return Bench.values(SlaAlert.class, written).stream()
                .map(a -> a.getKind() + " " + a.getStatus() + ' ' + day(a))
                .toList();
    }

    private static String day(SlaAlert alert) {
        return alert.getOpenedAt().toString().substring(0, "2026-03-01".length());
    }

    private static InboundRecord item(ItemEvent event) {
        return Bench.record(Catalogue.SUPPLIER_ITEMS, event);
    }

    private static InboundRecord heartbeat(String time) {
        return Bench.heartbeat(Catalogue.SUPPLIER_ITEMS, Events.millis(time) * 1000);
    }
}
