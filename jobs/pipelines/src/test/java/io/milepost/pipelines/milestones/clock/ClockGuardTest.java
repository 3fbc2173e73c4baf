package io.milepost.pipelines.milestones.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ClockGuardTest {

    @Test
    void heartbeatsPassAndNothingElseMovesTheClock() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new ClockGuard<String>())) {
            harness.open();
            harness.processElement("fact", 1);
            harness.processWatermark(new Watermark(10));
            harness.processWatermarkStatus(WatermarkStatus.IDLE);
            harness.processWatermark(new Watermark(20));
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.getOutput())
                    .containsExactly(
                            new StreamRecord<>("fact", 1), new Watermark(10), new Watermark(20));
        }
    }
}
