package io.milepost.kafka.inbound;

import io.milepost.kafka.KafkaConnection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

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

    /** A record of Kafka's client as a record of ours. */
    public static InboundRecord inbound(ConsumerRecord<byte[], byte[]> record) {
        return AsTheyLie.inbound(record);
    }

    /**
     * Settings of a consumer of committed records, for a reader that is made by hand.
     *
     * @param atMost how many records it takes at a time
     */
    public static Properties consumerProperties(
            KafkaConnection connection, String groupId, int atMost) {
        Properties properties = readProperties(connection);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(KafkaSourceOptions.CLIENT_ID_PREFIX.key(), groupId);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(atMost));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        properties.put(
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
        return properties;
    }

    private static OffsetsInitializer committedOrEarliest() {
        return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }

    private static KafkaSourceBuilder<InboundRecord> builder(
            KafkaConnection connection,
            List<String> topics,
            String groupId,
            OffsetsInitializer starting) {
        return KafkaSource.<InboundRecord>builder()
                .setProperties(readProperties(connection))
                .setTopics(topics)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId)
                .setStartingOffsets(starting)
                .setDeserializer(new AsTheyLie());
    }

    private static Properties readProperties(KafkaConnection connection) {
        Properties properties = connection.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A partition that appears while the job runs has no heartbeat yet and lies outside of the
        // partition count that keys were spread by: the job is to be restarted for it, on purpose.
        properties.put(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), NEVER);
        properties.put(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "true");
        return properties;
    }
}
