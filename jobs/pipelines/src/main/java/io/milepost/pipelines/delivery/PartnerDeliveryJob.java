package io.milepost.pipelines.delivery;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.claim.Claim;
import io.milepost.kafka.claim.Claims;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.partners.KafkaProfileShelf;
import io.milepost.pipelines.partners.TemplateTrial;
import io.milepost.pipelines.start.JobStart;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job partner-delivery: tells suppliers of orders, of their changes and cancellations, each
 * document once, and finds out what their systems say to them.
 */
public final class PartnerDeliveryJob {

    /** Name of the job. */
    public static final String NAME = "partner-delivery";

    private PartnerDeliveryJob() {}

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        DeliverySettings settings = DeliverySettings.parse(arguments);
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
            DeliverySettings settings,
            WatermarkStrategy<InboundRecord> clock)
            throws IOException {
        define(environment, settings, clock, DeliveryTime.OF_THE_WORLD);
    }

    /**
     * The same at another time than the world's, for what is played.
     *
     * @param time what time it is
     */
    public static void define(
            StreamExecutionEnvironment environment,
            DeliverySettings settings,
            WatermarkStrategy<InboundRecord> clock,
            DeliveryTime time)
            throws IOException {
        define(environment, settings, clock, time, ledger(settings));
    }

    /**
     * The same under another name of what runs of the job claim. Runs that do not claim the same do
     * not see each other and send everything twice, to show what the claim is for.
     */
    public static void define(
            StreamExecutionEnvironment environment,
            DeliverySettings settings,
            WatermarkStrategy<InboundRecord> clock,
            String claimed)
            throws IOException {
        define(environment, settings, clock, DeliveryTime.OF_THE_WORLD, claimed);
    }

    private static String ledger(DeliverySettings settings) {
        return settings.job().kafka().topic(Catalogue.PARTNER_DELIVERIES);
    }

    private static void define(
            StreamExecutionEnvironment environment,
            DeliverySettings settings,
            WatermarkStrategy<InboundRecord> clock,
            DeliveryTime time,
            String claimed)
            throws IOException {
        TemplateTrial.require();
        JobStart start = new JobStart(NAME, settings.job());
        List<Topic<?>> sources =
                Stream.of(
                                DeliveryTopics.ORDERS,
                                DeliveryTopics.QUEUES,
                                DeliveryTopics.PROFILES,
                                DeliveryTopics.DIRECT)
                        .flatMap(List::stream)
                        .toList();
        Map<String, Integer> partitions = start.checkedPartitions(sources, DeliveryTopics.OUTPUTS);
        start.configure(environment);
        KafkaConnection kafka = start.kafka();
        RegistryFactory registry = settings.job().registry();
        Claim claim = Claims.next(kafka, claimed, Instant.now());
        Surroundings around =
                new Surroundings(
                        registry,
                        new OutputWriter.Factory(
                                OutputTopics.of(
                                        settings.job().prefix(),
                                        DeliveryTopics.OUTPUTS,
                                        partitions),
                                registry,
                                NAME),
                        new KafkaProfileShelf(kafka),
                        (subtask, subtasks, mine) ->
                                KafkaLedger.open(
                                        kafka, registry, claim, subtask, subtasks, time, mine),
                        CourierFactory.of(settings.rules()),
                        settings.rules(),
                        time);
        DataStream<OutboundRecord> outputs =
                new DeliveryTopology(
                                around,
                                FeedWatch.Settings.of(
                                        start.names(DeliveryTopics.ORDERS),
                                        partitions,
                                        settings.job().feedSilence()))
                        .build(
                                start.read(environment, DeliveryTopics.ORDERS, clock, "orders")
                                        .uid(Uids.ORDER_SOURCE),
                                start.read(
                                                environment,
                                                DeliveryTopics.QUEUES,
                                                new Unclocked(),
                                                "queues")
                                        .uid(Uids.QUEUE_SOURCE),
                                start.read(
                                                environment,
                                                DeliveryTopics.PROFILES,
                                                new Unclocked(),
                                                "profiles")
                                        .uid(Uids.PROFILE_SOURCE));
        outputs.sinkTo(
                        start.sink(
                                DeliveryTopics.OUTPUTS,
                                subtask -> KafkaLedger.requireNewest(kafka, claim, subtask)))
                .uid(Uids.OUTPUTS)
                .name("outputs");
    }
}
