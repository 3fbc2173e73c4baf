package io.milepost.e2e.stack;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Clocks that must not be used, to show that tests about the clock can fail. */
public final class WrongClocks {

    private WrongClocks() {}

    /** Leaves a silent feed out of the minimum. */
    public static WatermarkStrategy<InboundRecord> forgettingSilentFeeds() {
        return new HeartbeatWatermarks().withIdleness(Duration.ofMillis(500));
    }

    /** Goes by the clock on the wall. */
    public static WatermarkStrategy<InboundRecord> onTheWall() {
        return new Wall();
    }

    private static final class Wall implements WatermarkStrategy<InboundRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public WatermarkGenerator<InboundRecord> createWatermarkGenerator(
                WatermarkGeneratorSupplier.Context context) {
            return new WallGenerator();
        }
    }

    private static final class WallGenerator implements WatermarkGenerator<InboundRecord> {

        @Override
        public void onEvent(InboundRecord event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(System.currentTimeMillis()));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(System.currentTimeMillis()));
        }
    }
}
