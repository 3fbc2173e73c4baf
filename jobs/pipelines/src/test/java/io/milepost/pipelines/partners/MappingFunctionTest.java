package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.ProfileStage;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What the mapping remembers of an interchange, and for how long. */
class MappingFunctionTest {

    private static final Duration MEMORY = Duration.ofDays(30);

    private final CoBroadcastWithKeyedOperator<String, Routed, InboundRecord, OutboundRecord>
            operator =
                    new CoBroadcastWithKeyedOperator<>(
                            new MappingFunction(
                                    Bench.OPENS_REGISTRY,
                                    writers(),
                                    new Shelf(),
                                    MEMORY.toMillis()),
                            List.of(MappingFunction.NO_STATE));

    @Test
    void aDuplicateIsForgottenAfterItsTimeHoweverFarTheClockIs() throws Exception {
        try (var harness = open()) {
            send(harness, "2026-03-02");
            send(harness, "2026-03-20");
            assertThat(harness.extractOutputValues()).hasSize(1);

            // Its last coming is what counts, and the clock has not moved at all.
            send(harness, "2026-04-18");
            assertThat(harness.extractOutputValues()).hasSize(1);
            send(harness, "2026-05-18");
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void nothingIsLeftOfAnInterchangeAfterItsTime() throws Exception {
        try (var harness = open()) {
            send(harness, "2026-03-02");
            send(harness, "2026-03-20");
            assertThat(stateEntries()).isPositive();

            harness.processWatermark(watermark("2026-04-18"));
            assertThat(stateEntries()).isPositive();
            assertThat(harness.numEventTimeTimers()).isOne();

            harness.processWatermark(watermark("2026-04-19"));
            assertThat(stateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord> open()
            throws Exception {
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        operator, Routed::key, Types.STRING, 720, 1, 0);
        harness.open();
        harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
        return harness;
    }

    private static void send(
            KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
                    harness,
            String day)
            throws Exception {
        InboundRecord record = Sent.acknowledgement(1, "P00042", "IA", day);
        harness.processElement(
                new Routed(new String(record.key(), StandardCharsets.UTF_8), record), 0);
    }

    private int stateEntries() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend())
                .numKeyValueStateEntries();
    }

    private static Watermark watermark(String day) {
        return new Watermark(Events.millis(day));
    }

    private static OutputWriter.Factory writers() {
        Map<String, Integer> partitions = new HashMap<>();
        Catalogue.all().forEach(topic -> partitions.put(topic.name(), topic.partitions()));
        return new OutputWriter.Factory(
                OutputTopics.of("", PartnerTopics.OUTPUTS, partitions),
                Bench.OPENS_REGISTRY,
                PartnerIntakeJob.NAME);
    }

    /** The one profile that is approved. */
    private static final class Shelf implements ProfileShelf {

        private static final long serialVersionUID = 1L;

        @Override
        public List<InboundRecord> readAll() {
            return List.of(Sent.profile(1, ProfileStage.APPROVED));
        }
    }
}
