package io.milepost.pipelines.items;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.start.JobStart;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job supplier-items: reads what suppliers say of their items beside every order, brings prices
 * and lead times into Odoo, and says what is wrong.
 */
public final class SupplierItemsJob {

    /** Name of the job. */
    public static final String NAME = "supplier-items";

    private SupplierItemsJob() {}

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        SupplierItemsSettings settings = SupplierItemsSettings.parse(arguments);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, settings, new HeartbeatWatermarks());
        environment.execute(NAME);
    }

    /**
     * Checks the surroundings and defines the job; the caller executes it.
     *
     * @param clock what moves the clock: {@link HeartbeatWatermarks}
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public static void define(
            StreamExecutionEnvironment environment,
            SupplierItemsSettings settings,
            WatermarkStrategy<InboundRecord> clock)
            throws IOException {
        JobStart start = new JobStart(NAME, settings.job());
        Map<String, Integer> partitions =
                start.checkedPartitions(ItemTopics.SOURCES, ItemTopics.OUTPUTS);
        start.configure(environment);
        String prefix = settings.job().prefix();
        DataStream<OutboundRecord> outputs =
                new SupplierItemsTopology(
                                settings.job().registry(),
                                OutputTopics.of(prefix, ItemTopics.OUTPUTS, partitions),
                                settings.rules(),
                                FeedWatch.Settings.of(
                                        start.names(ItemTopics.SOURCES),
                                        partitions,
                                        settings.job().feedSilence()))
                        .build(
                                start.read(environment, ItemTopics.SOURCES, clock, "items")
                                        .uid(Uids.ITEM_SOURCE));
        outputs.sinkTo(start.sink(ItemTopics.OUTPUTS)).uid(Uids.OUTPUTS).name("outputs");
    }
}
