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
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.schemas.Catalogue;
import io.milepost.state.items.ItemRules;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** The job's graph, with sources that end instead of Kafka. */
class SupplierItemsTopologyTest {

    private static final long YEAR = 365L * 86_400 * 1_000_000;

    private final Configuration strict = strict();
    private final StreamExecutionEnvironment environment =
            StreamExecutionEnvironment.getExecutionEnvironment(strict);

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        topology(source(heartbeat("2026-03-01")).uid(Uids.ITEM_SOURCE))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(environment.getStreamGraph(), golden())).isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(golden()).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void whatIsRememberedHasASerializerOfItsOwn() {
        assertThat(
                        ItemStateType.INSTANCE
                                .createSerializer(new SerializerConfigImpl(strict))
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
        List<OutboundRecord> written = new ArrayList<>();
        try (CloseableIterator<OutboundRecord> outputs =
                topology(source(records).assignTimestampsAndWatermarks(new HeartbeatWatermarks()))
                        .executeAndCollect()) {
            outputs.forEachRemaining(written::add);
        }
        return written;
    }

    private DataStreamSource<InboundRecord> source(InboundRecord... records) {
        environment.setParallelism(1);
        return environment.fromData(List.of(records), InboundRecordTypeInfo.INSTANCE);
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

    private static Configuration strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return configuration;
    }

    private static Set<String> golden() throws IOException {
        try (InputStream file = SupplierItemsTopologyTest.class.getResourceAsStream("uids.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new TreeSet<>(text.lines().toList());
        }
    }
}
