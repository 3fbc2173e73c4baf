package io.milepost.kafka.inbound;

import io.milepost.kafka.KafkaConnection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Sources of {@link InboundRecord}: committed records of several topics, through one source. */
public final class InboundSource {

    private static final String NEVER = "-1";

    private InboundSource() {}

    /**
     * A source that starts where the group stopped, and at the earliest record where it has no
     * offsets. A job that restores a checkpoint starts at the checkpoint's offsets.
     *
     * @param connection the cluster
     * @param topics full topic names, prefix included
     * @param groupId consumer group whose offsets are committed at checkpoints, for those who watch
     *     lag; the job's own place is in its checkpoints
     */
    public static KafkaSource<InboundRecord> of(
            KafkaConnection connection, List<String> topics, String groupId) {
        return of(connection, topics, groupId, committedOrEarliest());
    }

    /** A source that starts at the given offsets. */
    public static KafkaSource<InboundRecord> of(
            KafkaConnection connection,
            List<String> topics,
            String groupId,
            OffsetsInitializer starting) {
        return builder(connection, topics, groupId, starting).build();
    }

    /** A source that reads from the earliest record to the ends as they are when it starts. */
    public static KafkaSource<InboundRecord> bounded(
            KafkaConnection connection, List<String> topics, String groupId) {
        return builder(connection, topics, groupId, OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    private static OffsetsInitializer committedOrEarliest() {
        return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }

    private static KafkaSourceBuilder<InboundRecord> builder(
            KafkaConnection connection,
            List<String> topics,
            String groupId,
            OffsetsInitializer starting) {
        Properties properties = connection.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A partition that appears while the job runs has no heartbeat yet and lies outside of the
        // partition count that keys were spread by: the job is to be restarted for it, on purpose.
        properties.put(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), NEVER);
        properties.put(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "true");
        return KafkaSource.<InboundRecord>builder()
                .setProperties(properties)
                .setTopics(topics)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId)
                .setStartingOffsets(starting)
                .setDeserializer(new AsTheyLie());
    }
}
