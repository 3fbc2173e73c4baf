package io.milepost.pipelines.start;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.StartChecks;
import io.milepost.kafka.admin.StartRequirements;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.SinkGate;
import io.milepost.kafka.outbound.TransactionalSink;
import io.milepost.pipelines.settings.JobSettings;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;

/** What every job needs around its topology: checked topics, Flink's settings, source and sink. */
public final class JobStart {

    /** Highest parallelism that state can ever be spread to; fixed for the life of a savepoint. */
    private static final int MAX_PARALLELISM = 720;

    private final String job;
    private final JobSettings settings;
    private final KafkaConnection kafka;

    /** For a job of that name. */
    public JobStart(String job, JobSettings settings) {
        this.job = job;
        this.settings = settings;
        this.kafka = settings.kafka();
    }

    /** How Kafka is reached. */
    public KafkaConnection kafka() {
        return kafka;
    }

    /**
     * Refuses an unsafe start.
     *
     * @param sources the topics that the job reads
     * @param outputs the topics that it writes
     * @return the number of partitions of every topic, by its full name
     * @throws io.milepost.kafka.admin.UnsafeStartException listing what makes a start unsafe
     * @throws IOException if the cluster does not answer
     */
    public Map<String, Integer> checkedPartitions(List<Topic<?>> sources, List<Topic<?>> outputs)
            throws IOException {
        try (Admin admin = kafka.openAdmin()) {
            new StartChecks(admin)
                    .requireSafe(
                            new StartRequirements(
                                    settings.prefix(),
                                    sources,
                                    outputs,
                                    1,
                                    settings.transactionTimeout(),
                                    settings.checkpointInterval(),
                                    settings.outageAllowance()));
            return new TopicSetup(admin, settings.prefix()).partitionCounts();
        }
    }

    /**
     * Refuses a topic that does not keep all its records in one order.
     *
     * @param topic full name
     * @throws io.milepost.kafka.admin.UnsafeStartException if it is not there or has more than one
     *     partition
     * @throws IOException if the cluster does not answer
     */
    public void requireSinglePartition(String topic) throws IOException {
        try (Admin admin = kafka.openAdmin()) {
            new StartChecks(admin).requireSinglePartition(topic);
        }
    }

    /** Gives Flink the settings that the guarantees rest on. */
    public void configure(StreamExecutionEnvironment environment) {
        Configuration configuration = new Configuration();
        // A type that would fall back to Kryo fails the start instead of slowing and freezing
        // state.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        // Half of what a new order asks for is not there: without filters each miss reads blocks.
        configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.EXACTLY_ONCE);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        environment.configure(configuration);
        environment.setParallelism(settings.parallelism());
        environment.setMaxParallelism(MAX_PARALLELISM);
    }

    /**
     * The records of topics. Without a savepoint a job starts with an empty memory, so it has to
     * read everything that the topics hold, wherever an earlier run stood. A subtask without a
     * partition would hold the clock for ever, so there are none.
     *
     * @param clock what moves the clock
     * @param name name of the source, also in the consumer group
     */
    public SingleOutputStreamOperator<InboundRecord> read(
            StreamExecutionEnvironment environment,
            List<Topic<?>> topics,
            WatermarkStrategy<InboundRecord> clock,
            String name) {
        return environment
                .fromSource(
                        InboundSource.of(
                                kafka, names(topics), group(name), OffsetsInitializer.earliest()),
                        clock,
                        name,
                        InboundRecordTypeInfo.INSTANCE)
                .setParallelism(sourceParallelism(topics));
    }

    /**
     * Subtasks of a source over topics: no more than there are partitions, since a subtask without
     * one would hold the clock for ever.
     */
    public int sourceParallelism(List<Topic<?>> topics) {
        int most = topics.stream().mapToInt(Topic::partitions).max().orElseThrow();
        return Math.min(settings.parallelism(), most);
    }

    /** The sink that all outputs of the job are committed through, together. */
    public Sink<OutboundRecord> sink(List<Topic<?>> outputs) {
        return sink(outputs, SinkGate.OPEN);
    }

    /** The same behind a gate. */
    public Sink<OutboundRecord> sink(List<Topic<?>> outputs, SinkGate gate) {
        return TransactionalSink.builder(kafka, settings.environment(), job)
                .topics(names(outputs))
                .guarantee(settings.guarantee())
                .transactionTimeout(settings.transactionTimeout())
                .onLostTransaction(settings.onLostTransaction())
                .behind(gate)
                .build();
    }

    /** Name of the consumer group of a source. */
    public String group(String source) {
        return "milepost-" + settings.environment() + "-" + job + "-" + source;
    }

    /** Full names of topics in this environment. */
    public List<String> names(List<Topic<?>> topics) {
        return topics.stream().map(topic -> topic.in(settings.prefix())).toList();
    }
}
