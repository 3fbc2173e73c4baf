package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.clock.Unclocked;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The clock of a stream that must never hold it, which tells the run when it has promised: until
 * then it does hold the clock, and a run that is stopped earlier has not come as far as its feeds
 * say.
 *
 * @param run number of the run
 * @param promise how the promise is called among what the run waits for
 */
record ToldPromise(int run, String promise) implements WatermarkStrategy<InboundRecord> {

    @Override
    public WatermarkGenerator<InboundRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        WatermarkGenerator<InboundRecord> unclocked =
                new Unclocked().createWatermarkGenerator(context);
        return new WatermarkGenerator<>() {

            @Override
            public void onEvent(InboundRecord event, long timestamp, WatermarkOutput output) {
                unclocked.onEvent(event, timestamp, output);
            }

            @Override
            public void onPeriodicEmit(WatermarkOutput output) {
                unclocked.onPeriodicEmit(output);
                Run.numbered(run).read(promise);
            }
        };
    }
}
