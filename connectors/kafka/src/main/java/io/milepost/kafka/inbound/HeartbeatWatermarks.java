package io.milepost.kafka.inbound;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The clock of a job: only heartbeats advance it. The source keeps one generator for each partition
 * and takes the lowest of them all, so that the watermark says up to when everything is known.
 *
 * <p>Data records never advance it: a record with a late time says nothing about what may still
 * follow. Nothing is declared idle: when every input is idle Flink takes the highest watermark, and
 * a pause of the broker would become a wave of false breaches. A partition without heartbeats
 * therefore stops the clock, which a watchdog reports.
 *
 * <p>Watermarks are milliseconds and heartbeats microseconds: rounded down, since a promise may be
 * taken for less than it says and never for more. Timestamps are the records' Kafka timestamps; no
 * decision rests on them.
 */
public final class HeartbeatWatermarks implements WatermarkStrategy<InboundRecord> {

    private static final long serialVersionUID = 1L;

    private static final long MICROS_PER_MILLI = 1_000;

    @Override
    public WatermarkGenerator<InboundRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator();
    }

    @Override
    public TimestampAssigner<InboundRecord> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        return (record, previous) -> record.timestampMillis();
    }

    /** One partition's promise. */
    private static final class Generator implements WatermarkGenerator<InboundRecord> {

        private long promised = Long.MIN_VALUE;

        @Override
        public void onEvent(InboundRecord record, long timestamp, WatermarkOutput output) {
            if (!record.isHeartbeat()) {
                return;
            }
            long millis = Math.floorDiv(record.heartbeatMicros(), MICROS_PER_MILLI);
            // A writer that restarts may repeat a lower promise; the higher one still holds.
            if (millis > promised) {
                promised = millis;
                output.emitWatermark(new Watermark(millis));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Time that passes promises nothing.
        }
    }
}
