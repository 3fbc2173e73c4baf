package io.milepost.pipelines.milestones;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.StartChecks;
import io.milepost.kafka.admin.StartRequirements;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.TransactionalSink;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.pipelines.milestones.line.KafkaPolicyShelf;
import io.milepost.pipelines.milestones.output.OutputTopics;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;

/**
 * The milestones job: reads what Odoo, suppliers and carriers say of purchase-order lines, and says
 * where each line stands, what is late, and what Odoo should be told.
 */
public final class MilestonesJob {

    /** Name of the job. */
    public static final String NAME = "milestones";

    /** Highest parallelism that state can ever be spread to; fixed for the life of a savepoint. */
    private static final int MAX_PARALLELISM = 720;

    private static final long FEED_LOOKS = 6;

    private final MilestonesSettings settings;
    private final KafkaConnection kafka;
    private final WatermarkStrategy<InboundRecord> clock;

    private MilestonesJob(MilestonesSettings settings, WatermarkStrategy<InboundRecord> clock) {
        this.settings = settings;
        this.kafka = settings.kafka();
        this.clock = clock;
    }

    /** Starts the job from the command line of a cluster. */
    public static void main(String[] arguments) throws Exception {
        MilestonesSettings settings = MilestonesSettings.parse(arguments);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, settings, new HeartbeatWatermarks());
        environment.execute(NAME);
    }

    /**
     * Checks the surroundings and defines the job; the caller executes it.
     *
     * @param clock what moves the clock: {@link HeartbeatWatermarks}; tests show with another one
     *     that only heartbeats may
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public static void define(
            StreamExecutionEnvironment environment,
            MilestonesSettings settings,
            WatermarkStrategy<InboundRecord> clock)
            throws IOException {
        new MilestonesJob(settings, clock).define(environment);
    }

    private void define(StreamExecutionEnvironment environment) throws IOException {
        Map<String, Integer> partitions = checkedPartitions();
        environment.configure(defaults());
        environment.setParallelism(settings.parallelism());
        environment.setMaxParallelism(MAX_PARALLELISM);
        FactTopics facts = new FactTopics(settings.prefix());
        DataStream<OutboundRecord> outputs =
                new MilestonesTopology(
                                settings.registry(),
                                facts,
                                outputTopics(partitions),
                                new KafkaPolicyShelf(kafka),
                                settings.patience(),
                                watch(facts, partitions))
                        .build(facts(environment, facts), policies(environment));
        outputs.sinkTo(
                        TransactionalSink.builder(kafka, settings.environment(), NAME)
                                .topics(names(OutputTopics.ALL))
                                .guarantee(settings.guarantee())
                                .transactionTimeout(settings.transactionTimeout())
                                .onLostTransaction(settings.onLostTransaction())
                                .build())
                .uid(Uids.OUTPUTS)
                .name("outputs");
    }

    private Map<String, Integer> checkedPartitions() throws IOException {
        List<Topic<?>> sources = new ArrayList<>(FactTopics.ALL);
        sources.add(Catalogue.POLICIES);
        try (Admin admin = kafka.openAdmin()) {
            new StartChecks(admin)
                    .requireSafe(
                            new StartRequirements(
                                    settings.prefix(),
                                    sources,
                                    OutputTopics.ALL,
                                    1,
                                    settings.transactionTimeout(),
                                    settings.checkpointInterval(),
                                    settings.outageAllowance()));
            return new TopicSetup(admin, settings.prefix()).partitionCounts();
        }
    }

    private Configuration defaults() {
        Configuration configuration = new Configuration();
        // A type that would fall back to Kryo fails the start instead of slowing and freezing
        // state.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.EXACTLY_ONCE);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        return configuration;
    }

    /**
     * Without a savepoint the job starts with an empty memory, so it has to read everything that
     * the topics hold, wherever an earlier run stood. A subtask without a partition would hold the
     * clock for ever, so there are none.
     */
    private DataStream<InboundRecord> facts(
            StreamExecutionEnvironment environment, FactTopics facts) {
        int most = FactTopics.ALL.stream().mapToInt(Topic::partitions).max().orElseThrow();
        return environment
                .fromSource(
                        InboundSource.of(
                                kafka,
                                facts.names(),
                                group("facts"),
                                OffsetsInitializer.earliest()),
                        clock,
                        "facts",
                        InboundRecordTypeInfo.INSTANCE)
                .uid(Uids.FACT_SOURCE)
                .setParallelism(Math.min(settings.parallelism(), most));
    }

    private DataStream<InboundRecord> policies(StreamExecutionEnvironment environment) {
        WatermarkStrategy<InboundRecord> unclocked = new Unclocked();
        return environment
                .fromSource(
                        InboundSource.of(
                                kafka, names(List.of(Catalogue.POLICIES)), group("policies")),
                        unclocked,
                        "policies",
                        InboundRecordTypeInfo.INSTANCE)
                .uid(Uids.POLICY_SOURCE)
                .setParallelism(1);
    }

    private OutputTopics outputTopics(Map<String, Integer> partitions) {
        Map<String, Integer> counts = new TreeMap<>();
        OutputTopics.ALL.forEach(
                topic -> counts.put(topic.name(), partitions.get(topic.in(settings.prefix()))));
        return new OutputTopics(settings.prefix(), counts);
    }

    private FeedWatch.Settings watch(FactTopics facts, Map<String, Integer> partitions) {
        long silence = settings.feedSilence().toMillis();
        return new FeedWatch.Settings(
                MilestonesTopology.feeds(facts, partitions),
                silence,
                Math.max(1, silence / FEED_LOOKS));
    }

    private List<String> names(List<Topic<?>> topics) {
        return topics.stream().map(topic -> topic.in(settings.prefix())).toList();
    }

    private String group(String source) {
        return "milepost-" + settings.environment() + "-" + NAME + "-" + source;
    }
}
