package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Account;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OrderState;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.delivery.Parcel;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.runs.Clusters;
import io.milepost.pipelines.runs.Release;
import io.milepost.pipelines.runs.ReleasedRegistry;
import io.milepost.pipelines.runs.RunningJob;
import io.milepost.pipelines.runs.Savepoint;
import io.milepost.pipelines.runs.TestedJob;
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
 * Restores the savepoints of all releases that have the job, with no state left over. With {@code
 * -Dmilepost.regenerate=true} it writes that of the newest one anew before.
 */
class DeliverySavepointTest {

    @RegisterExtension static final MiniClusterExtension FLINK = Clusters.flink();

    private static final String NAME = "partner-delivery";
    private static final int FIRST_RELEASE = 3;

    private static final FeedWatch.Settings PATIENT =
            new FeedWatch.Settings(List.of("odoo.orders/0"), 3_600_000, 3_600_000);

    private static final TestedJob JOB =
            new TestedJob(
                    Uids.ORDER_SOURCE,
                    Uids.OUTPUTS,
                    List.of(Catalogue.ORDERS.name()),
                    (orders, others) ->
                            new DeliveryTopology(
                                            SendingHarness.surroundings(ReleasedRegistry.OPENS),
                                            PATIENT)
                                    .build(
                                            orders,
                                            others.of(
                                                            Catalogue.PARTNER_OUTBOUND.name(),
                                                            Catalogue.PARTNER_INBOUND.name())
                                                    .uid(Uids.QUEUE_SOURCE),
                                            others.of(Catalogue.PARTNER_PROFILES.name())
                                                    .uid(Uids.PROFILE_SOURCE)));

    @TempDir private Path folder;
    private TestedRuns runs;

    static Stream<Arguments> restores() {
        return Release.restores()
                .filter(arguments -> ((Release) arguments.get()[0]).number() >= FIRST_RELEASE);
    }

    @BeforeAll
    static void regenerate(@InjectMiniCluster MiniCluster cluster, @TempDir Path folder)
            throws Exception {
        if (Release.REGENERATES) {
            outside(false);
            List<InboundRecord> read = Release.NEWEST.records(before());
            try (RunningJob job =
                    new TestedRuns(cluster, folder).start(JOB, Start.fresh(2), read)) {
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
    void theNewestSavepointHasSomethingInEveryStateThatTheJobHas() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        Savepoint next = goOn(Start.from(saved, 1, "rocksdb"));

        assertThat(saved.states().keySet())
                .as("states of the job that are not in the savepoint%s", Release.REGENERATE)
                .isEqualTo(next.states().keySet());
        assertThat(saved.keyedEntries())
                .containsAllEntriesOf(
                        Map.of(
                                Uids.ORDERS + "/told-order", 1,
                                Uids.SENDING + "/partner-queue", 2,
                                Uids.REPLIES + "/interchange-outcomes", 3));
    }

    @Test
    void everyKeyedStateIsMissedWhenItIsLost() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        Map<String, String> states =
                Map.of(
                        "told-order", Uids.ORDERS,
                        "partner-queue", Uids.SENDING,
                        "partner-queue-marks", Uids.SENDING,
                        "interchange-outcomes", Uids.REPLIES);
        for (Map.Entry<String, String> state : states.entrySet()) {
            Savepoint lost =
                    saved.withLostState(
                            state.getValue(), state.getKey(), folder.resolve(state.getKey()));

            assertThatThrownBy(() -> goOn(Start.from(lost, 1, "hashmap")))
                    .as(state.getKey())
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anOperatorWithAnotherUidIsRefused() throws Exception {
        Savepoint saved = Release.NEWEST.read(NAME, folder);
        for (String uid : List.of(Uids.ORDER_SOURCE, Uids.QUEUE_SOURCE, Uids.ORDERS)) {
            Start renamed =
                    Start.from(saved, 1, "hashmap").withUids(u -> u.equals(uid) ? uid + "-2" : u);

            assertThatThrownBy(() -> goOn(renamed))
                    .as(uid)
                    .isInstanceOf(AssertionError.class)
                    .hasStackTraceContaining("Cannot map checkpoint/savepoint state for operator");
        }
    }

    /** Released savepoints were written after this, so it stays as it is. */
    private static List<InboundRecord> before() {
        List<InboundRecord> records = new ArrayList<>();
        records.add(order(1, OrderState.PURCHASE, "1"));
        records.add(Bench.heartbeat(Catalogue.ORDERS, 1));
        records.add(document("d1"));
        records.add(document("d2"));
        records.addAll(interchange().subList(0, 2));
        records.add(profile());
        return records;
    }

    /**
     * A version comes again, the order is changed, the partner that was down is there again, and
     * what came in is complete.
     */
    private Savepoint goOn(Start start) throws Exception {
        outside(true);
        List<InboundRecord> script = new ArrayList<>(before());
        script.add(order(1, OrderState.PURCHASE, "1"));
        script.add(order(2, OrderState.PURCHASE, "5"));
        script.add(Bench.heartbeat(Catalogue.ORDERS, 2));
        script.add(document("d3"));
        script.add(interchange().get(2));
        try (RunningJob job = runs.start(JOB, start, script)) {
            job.awaitWritten(
                    "the change",
                    written ->
                            documents(job).stream()
                                    .anyMatch(d -> d.getKind() == OrderDocumentKind.CHANGE));
            Savepoint next = job.stopWhenAllIsRead();
            assertThat(documents(job))
                    .extracting(PartnerOutbound::getKind)
                    .containsExactlyInAnyOrder(
                            OrderDocumentKind.CHANGE, OrderDocumentKind.ACKNOWLEDGEMENT);
            assertThat(documents(job)).extracting(PartnerOutbound::getRevision).contains(2);
            assertThat(Outside.now.parcels)
                    .extracting(Parcel::id)
                    .containsExactly("d1", "d2", "d3");
            assertThat(Bench.values(Account.class, job.written()))
                    .filteredOn(account -> account.getStage().equals("sending"))
                    .filteredOn(account -> account.getTopic().equals("partner.outbound"))
                    .extracting(Account::getEffective)
                    .containsExactly(3L);
            return next;
        }
    }

    private static List<PartnerOutbound> documents(RunningJob job) {
        return Bench.values(PartnerOutbound.class, job.written());
    }

    private static void outside(boolean answersAtOnce) {
        Outside.fresh().answersAtOnce = answersAtOnce;
        Shelf.kept = List.of(profile());
    }

    private static InboundRecord profile() {
        return Delivered.profile(
                """
                delivery:
                  since: 2026-03-01T00:00:00Z
                  url: https://acme.example/
                  sender: ZZ:US
                  receiver: ZZ:ACME
                  reply: functional
                """);
    }

    /** Two transactions and what the interchange held, always of the same receipt. */
    private static List<InboundRecord> interchange() {
        String sample = CameIn.sample("generic-x12/samples/855.edi");
        String transaction = sample.substring(sample.indexOf("ST*855"), sample.indexOf("GE*"));
        String two =
                sample.replace(transaction, transaction + transaction.replace("*0001", "*0002"))
                        .replace("GE*1*", "GE*2*");
        return CameIn.pieces(Format.X12, two).stream()
                .map(
                        piece -> {
                            piece.setReceiptId("r-1");
                            return CameIn.record(piece, Delivered.DAY);
                        })
                .toList();
    }

    private static InboundRecord order(long version, OrderState state, String quantity) {
        return Bench.record(
                Catalogue.ORDERS, Delivered.order(42, version, state, Delivered.item(7, quantity)));
    }

    private static InboundRecord document(String id) {
        return Bench.record(Catalogue.PARTNER_OUTBOUND, Delivered.document(id));
    }
}
