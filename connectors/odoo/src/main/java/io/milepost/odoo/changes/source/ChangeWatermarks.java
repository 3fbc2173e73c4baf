package io.milepost.odoo.changes.source;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** The clock of a job that reads Odoo: the promises of its streams, the lowest of them all. */
public final class ChangeWatermarks implements WatermarkStrategy<ChangeRecord> {

    private static final long serialVersionUID = 1L;

    private static final long MICROS_PER_MILLI = 1_000;

    @Override
    public WatermarkGenerator<ChangeRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator();
    }

    @Override
    public TimestampAssigner<ChangeRecord> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        return (record, previous) -> Math.floorDiv(record.getMicros(), MICROS_PER_MILLI);
    }

    /** One stream's promise. */
    private static final class Generator implements WatermarkGenerator<ChangeRecord> {

        private long promised = Long.MIN_VALUE;

        @Override
        public void onEvent(ChangeRecord record, long timestamp, WatermarkOutput output) {
            if (record.getKind() == ChangeRecord.Kind.HEARTBEAT && timestamp > promised) {
                promised = timestamp;
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Time that passes promises nothing.
        }
    }
}
