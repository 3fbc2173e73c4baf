package io.milepost.pipelines.milestones.clock;

import io.milepost.kafka.inbound.InboundRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * For a stream that must never hold the clock, such as the policies: it promises everything at
 * once, so that the lowest promise is always one of a fact feed.
 */
public final class Unclocked implements WatermarkStrategy<InboundRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public WatermarkGenerator<InboundRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator();
    }

    private static final class Generator implements WatermarkGenerator<InboundRecord> {

        @Override
        public void onEvent(InboundRecord event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
