package io.milepost.pipelines.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.schemas.Catalogue;
import io.milepost.state.items.ItemRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** The job's graph, with sources that end instead of Kafka. */
class SupplierItemsTopologyTest {

    private static final long YEAR = 365L * 86_400 * 1_000_000;

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        topology(source(heartbeat("2026-03-01")).uid(Uids.ITEM_SOURCE))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void whatIsRememberedHasASerializerOfItsOwn() {
        assertThat(
                        ItemStateType.INSTANCE
                                .createSerializer(environment.getConfig().getSerializerConfig())
                                .getClass()
                                .getName())
                .startsWith("io.milepost.");
    }

    @Test
    void bringsWhatHoldsAndSaysWhatIsWrong() throws Exception {
        List<OutboundRecord> written =
                run(
                        Bench.record(
                                Catalogue.SUPPLIER_ITEMS,
                                ItemEvents.price("5", "2026-03-02", "2026-03-01")),
                        Bench.record(
                                Catalogue.SUPPLIER_ITEMS,
                                ItemEvents.price("7", "2026-03-03", "2026-03-10")),
                        Bench.raw(Catalogue.SUPPLIER_ITEMS, "key", new byte[] {7}),
                        heartbeat("2026-03-04"),
                        Bench.record(Catalogue.SUPPLIER_ITEMS, ItemEvents.stock(0, "2026-03-05")),
                        heartbeat("2026-03-12"));

        assertThat(Bench.values(OdooCommand.class, written))
                .extracting(OdooCommand::getValue)
                .containsExactly("5", "7");
        assertThat(Bench.values(SlaAlert.class, written))
                .allSatisfy(alert -> assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.OPEN))
                .extracting(SlaAlert::getKind)
                .containsExactlyInAnyOrder(
                        AlertKind.PRICE_INCREASE, AlertKind.SUPPLIER_OUT_OF_STOCK);
        assertThat(Bench.values(DeadLetter.class, written)).hasSize(1);
    }

    @Test
    void theEndOfTheInputIsNoPromiseAndTheJobPromisesNothing() throws Exception {
        List<OutboundRecord> written =
                run(
                        heartbeat("2026-03-04"),
                        Bench.record(
                                Catalogue.SUPPLIER_ITEMS,
                                ItemEvents.price("5", "2026-03-04", "2026-03-05")));

        assertThat(Bench.values(OdooCommand.class, written)).isEmpty();
        assertThat(Bench.values(Heartbeat.class, written)).isEmpty();
    }

    private List<OutboundRecord> run(InboundRecord... records) throws Exception {
        return TestedGraph.written(
                topology(source(records).assignTimestampsAndWatermarks(new HeartbeatWatermarks())));
    }

    private DataStreamSource<InboundRecord> source(InboundRecord... records) {
        environment.setParallelism(1);
        return TestedGraph.source(environment, records);
    }

    private static DataStream<OutboundRecord> topology(DataStream<InboundRecord> records) {
        return new SupplierItemsTopology(
                        Bench.OPENS_REGISTRY,
                        Bench.OUTPUTS,
                        new ItemRules(BigDecimal.TEN, YEAR, YEAR),
                        new FeedWatch.Settings(List.of(), 30_000, 5_000))
                .build(records);
    }

    private static InboundRecord heartbeat(String time) {
        return Bench.heartbeat(Catalogue.SUPPLIER_ITEMS, Events.millis(time) * 1000);
    }
}
