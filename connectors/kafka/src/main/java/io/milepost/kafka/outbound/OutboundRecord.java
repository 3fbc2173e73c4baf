package io.milepost.kafka.outbound;

import io.milepost.kafka.RecordHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A record as it will lie in Kafka, already encoded, its partition already chosen: one sink writes
 * records of every topic, so that they commit together.
 *
 * <p>Immutable by agreement: the arrays are shared, not copied, and nobody changes them.
 */
@TypeInfo(OutboundRecordTypeInfo.Factory.class)
public final class OutboundRecord {

    private final String topic;
    private final int partition;
    private final byte[] key;
    private final byte[] value;
    private final List<RecordHeader> headers;
    private final long timestampMillis;

    /**
     * @param topic full topic name, prefix included
     * @param partition partition, from 0; see {@link Partitions}
     * @param key key bytes
     * @param value value bytes; {@code null} for a tombstone
     * @param headers headers in their order
     * @param timestampMillis Kafka timestamp, milliseconds since the epoch, 0 or more
     * @throws IllegalArgumentException if the partition or the timestamp is negative
     */
    public OutboundRecord(
            String topic,
            int partition,
            byte[] key,
            byte[] value,
            List<RecordHeader> headers,
            long timestampMillis) {
        this.topic = Objects.requireNonNull(topic, "topic");
        this.partition = partition;
        this.key = Objects.requireNonNull(key, "key");
        this.value = value;
        this.headers = List.copyOf(headers);
        this.timestampMillis = timestampMillis;
        if (partition < 0) {
            throw new IllegalArgumentException(
                    "record for " + topic + ": partition must be 0 or more but was " + partition);
        }
        if (timestampMillis < 0) {
            throw new IllegalArgumentException(
                    "record for "
                            + topic
                            + ": timestamp must be 0 or more but was "
                            + timestampMillis
                            + " ms");
        }
    }

    /** Full topic name, prefix included. */
    public String topic() {
        return topic;
    }

    /** Partition, from 0. */
    public int partition() {
        return partition;
    }

    /** Key bytes. Not to be changed. */
    public byte[] key() {
        return key;
    }

    /** Value bytes; {@code null} for a tombstone. Not to be changed. */
    public byte[] value() {
        return value;
    }

    /** Headers in their order, unmodifiable. */
    public List<RecordHeader> headers() {
        return headers;
    }

    /** Kafka timestamp, milliseconds since the epoch. */
    public long timestampMillis() {
        return timestampMillis;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboundRecord that
                && topic.equals(that.topic)
                && partition == that.partition
                && timestampMillis == that.timestampMillis
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, partition, timestampMillis, Arrays.hashCode(key));
    }

    /** Place and length only: payloads stay out of logs. */
    @Override
    public String toString() {
        String length = value == null ? "null" : value.length + " bytes";
        return topic + "/" + partition + "(" + length + ")";
    }
}
