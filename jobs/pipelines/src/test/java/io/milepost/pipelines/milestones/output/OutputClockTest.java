package io.milepost.pipelines.milestones.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Heartbeat;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.schemas.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class OutputClockTest {

    @Test
    void promisesOnceAPartitionAndCheckpointBehindTheData() throws Exception {
        try (var harness = clock(1, 0)) {
            OutboundRecord data =
                    new OutboundRecord(
                            Catalogue.ALERTS.name(), 0, new byte[0], new byte[0], List.of(), 0);
            harness.processElement(data, 0);
            harness.processWatermark(new Watermark(1_772_000_000_123L));
            assertThat(records(harness)).containsExactly(data);

            harness.prepareSnapshotPreBarrier(1);
            List<OutboundRecord> written = records(harness);
            assertThat(written.get(0)).isEqualTo(data);
            assertThat(places(written.subList(1, written.size())))
                    .containsExactlyInAnyOrderElementsOf(Bench.OUTPUTS.places());

            OutboundRecord promise = written.get(1);
            RecordHeader mark = promise.headers().get(0);
            assertThat(mark.name()).isEqualTo("milepost-heartbeat");
            assertThat(new String(mark.value(), StandardCharsets.UTF_8))
                    .isEqualTo("1772000000123000");
            assertThat(Bench.values(Heartbeat.class, List.of(promise)))
                    .extracting(Heartbeat::getPartition)
                    .containsExactly(promise.partition());
        }
    }

    @Test
    void saysNothingWhileTheClockStands() throws Exception {
        try (var harness = clock(1, 0)) {
            harness.prepareSnapshotPreBarrier(1);
            assertThat(records(harness)).as("before the first heartbeat").isEmpty();

            harness.processWatermark(new Watermark(10));
            harness.prepareSnapshotPreBarrier(2);
            int once = records(harness).size();
            harness.prepareSnapshotPreBarrier(3);
            assertThat(records(harness)).hasSize(once);

            harness.processWatermark(new Watermark(11));
            harness.prepareSnapshotPreBarrier(4);
            assertThat(records(harness)).hasSize(2 * once);
        }
    }

    @Test
    void promisesForTheLastTimeWhenTheInputEndsAndNotInTheCheckpointAfterIt() throws Exception {
        try (var harness = clock(1, 0)) {
            harness.processWatermark(new Watermark(10));
            harness.endInput();
            assertThat(places(records(harness)))
                    .containsExactlyInAnyOrderElementsOf(Bench.OUTPUTS.places());

            int promised = records(harness).size();
            harness.prepareSnapshotPreBarrier(1);
            assertThat(records(harness)).hasSize(promised);
        }
    }

    @Test
    void eachPartitionHasOneSubtaskThatPromisesForIt() throws Exception {
        List<OutputTopics.Place> promised = new ArrayList<>();
        int parallelism = 3;
        for (int subtask = 0; subtask < parallelism; subtask++) {
            try (var harness = clock(parallelism, subtask)) {
                harness.processWatermark(new Watermark(10));
                harness.prepareSnapshotPreBarrier(1);
                for (OutboundRecord record : records(harness)) {
                    int number = OutputTopics.placeNumber(record.topic(), record.partition());
                    assertThat(OutputTopics.writer(number, parallelism))
                            .as("records of this partition come to the same subtask")
                            .isEqualTo(subtask);
                }
                promised.addAll(places(records(harness)));
            }
        }
        assertThat(promised).containsExactlyInAnyOrderElementsOf(Bench.OUTPUTS.places());
    }

    private static OneInputStreamOperatorTestHarness<OutboundRecord, OutboundRecord> clock(
            int parallelism, int subtask) throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new OutputClock(Bench.WRITERS), parallelism, parallelism, subtask);
        harness.open();
        return harness;
    }

    private static List<OutboundRecord> records(
            OneInputStreamOperatorTestHarness<OutboundRecord, OutboundRecord> harness) {
        return harness.extractOutputValues();
    }

    private static List<OutputTopics.Place> places(List<OutboundRecord> records) {
        return records.stream()
                .map(record -> new OutputTopics.Place(record.topic(), record.partition()))
                .toList();
    }
}
