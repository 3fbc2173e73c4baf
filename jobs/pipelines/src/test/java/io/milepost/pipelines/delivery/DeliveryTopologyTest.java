package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Account;
import io.milepost.events.Heartbeat;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OrderState;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.partners.delivery.Parcel;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job's graph, with sources that end instead of Kafka. */
class DeliveryTopologyTest {

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    @BeforeEach
    void oneSubtask() {
        environment.setParallelism(1);
        Outside.fresh();
        Shelf.kept = List.of(Delivered.usualProfile());
    }

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        topology(
                        source(heartbeat(1)).uid(Uids.ORDER_SOURCE),
                        source(heartbeat(1)).uid(Uids.QUEUE_SOURCE),
                        source(Delivered.usualProfile()).uid(Uids.PROFILE_SOURCE))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void anOrderBecomesADocumentUnderTheKeyOfItsPartner() throws Exception {
        List<OutboundRecord> written =
                run(
                        order(1, OrderState.DRAFT, "1"),
                        order(2, OrderState.PURCHASE, "1"),
                        order(2, OrderState.PURCHASE, "1"),
                        order(3, OrderState.PURCHASE, "5"),
                        heartbeat(9));

        List<OutboundRecord> documents =
                written.stream()
                        .filter(r -> r.topic().equals(Catalogue.PARTNER_OUTBOUND.name()))
                        .toList();
        assertThat(documents)
                .allSatisfy(
                        record ->
                                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                                        .isEqualTo(Delivered.PARTNER));
        assertThat(Bench.values(PartnerOutbound.class, documents))
                .extracting(PartnerOutbound::getKind)
                .containsExactly(OrderDocumentKind.ORDER, OrderDocumentKind.CHANGE);
        assertThat(Bench.values(Account.class, written))
                .filteredOn(account -> account.getStage().equals("orders"))
                .singleElement()
                .satisfies(
                        account -> {
                            assertThat(account.getEffective()).isEqualTo(2);
                            assertThat(account.getDuplicate()).isEqualTo(1);
                            assertThat(account.getWithoutEffect()).isEqualTo(1);
                        });
        assertThat(Bench.values(Heartbeat.class, written)).isEmpty();
    }

    @Test
    void documentsOfAPartnerKeepTheirOrderHoweverManySubtasksThereAre() throws Exception {
        environment.setParallelism(4);
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "d" + i).toList();
        InboundRecord[] documents =
                ids.stream()
                        .map(id -> Bench.record(Catalogue.PARTNER_OUTBOUND, Delivered.document(id)))
                        .toArray(InboundRecord[]::new);
        DataStream<OutboundRecord> outputs =
                topology(
                        source(heartbeat(1))
                                .setParallelism(1)
                                .assignTimestampsAndWatermarks(new HeartbeatWatermarks())
                                .setParallelism(1),
                        source(documents).setParallelism(1),
                        source(Delivered.usualProfile()).setParallelism(1));
        TestedGraph.written(outputs);

        assertThat(Outside.now.parcels).extracting(Parcel::id).isEqualTo(ids);
    }

    private List<OutboundRecord> run(InboundRecord... orders) throws Exception {
        Outside.fresh();
        return TestedGraph.written(
                topology(
                        source(orders).assignTimestampsAndWatermarks(new HeartbeatWatermarks()),
                        source(heartbeat(1)).assignTimestampsAndWatermarks(new Unclocked()),
                        source(Delivered.usualProfile())
                                .assignTimestampsAndWatermarks(new Unclocked())));
    }

    private static DataStream<OutboundRecord> topology(
            DataStream<InboundRecord> orders,
            DataStream<InboundRecord> queues,
            DataStream<InboundRecord> profiles) {
        return new DeliveryTopology(
                        SendingHarness.surroundings(),
                        new FeedWatch.Settings(List.of(), 30_000, 5_000))
                .build(orders, queues, profiles);
    }

    private DataStreamSource<InboundRecord> source(InboundRecord... records) {
        return TestedGraph.source(environment, records);
    }

    private static InboundRecord order(long version, OrderState state, String quantity) {
        return Bench.record(
                Catalogue.ORDERS, Delivered.order(42, version, state, Delivered.item(7, quantity)));
    }

    private static InboundRecord heartbeat(long micros) {
        return Bench.heartbeat(Catalogue.ORDERS, micros);
    }
}
