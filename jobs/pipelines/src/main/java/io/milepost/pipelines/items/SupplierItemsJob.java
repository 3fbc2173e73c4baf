package io.milepost.pipelines.items;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.start.JobStart;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static final long FEED_LOOKS = 6;

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
                                watch(settings, partitions))
                        .build(
                                start.read(environment, ItemTopics.SOURCES, clock, "items")
                                        .uid(Uids.ITEM_SOURCE));
        outputs.sinkTo(start.sink(ItemTopics.OUTPUTS)).uid(Uids.OUTPUTS).name("outputs");
    }

    private static FeedWatch.Settings watch(
            SupplierItemsSettings settings, Map<String, Integer> partitions) {
        String topic = Catalogue.SUPPLIER_ITEMS.in(settings.job().prefix());
        List<String> feeds =
                IntStream.range(0, partitions.get(topic)).mapToObj(p -> topic + "/" + p).toList();
        long silence = settings.job().feedSilence().toMillis();
        return new FeedWatch.Settings(feeds, silence, Math.max(1, silence / FEED_LOOKS));
    }
}
