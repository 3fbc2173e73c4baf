package io.milepost.kafka.inbound;

import io.milepost.kafka.RecordHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A record as it lies in Kafka: bytes, address and headers, not yet decoded. Decoding is the job's,
 * so that a record that cannot be decoded still has its bytes and address for the dead letters.
 *
 * <p>Immutable by agreement: the arrays are shared, not copied, and nobody changes them.
 */
@TypeInfo(InboundRecordTypeInfo.Factory.class)
public final class InboundRecord {

    private final String topic;
    private final int partition;
    private final long offset;
    private final long timestampMillis;
    private final byte[] key;
    private final byte[] value;
    private final List<RecordHeader> headers;
    private final OptionalLong heartbeat;

    /**
     * @param topic full topic name, prefix included
     * @param partition partition, from 0
     * @param offset offset in the partition
     * @param timestampMillis Kafka timestamp, milliseconds since the epoch; -1 if the record has
     *     none
     * @param key key bytes; {@code null} if the record has none
     * @param value value bytes; {@code null} for a tombstone
     * @param headers headers in their order
     */
    public InboundRecord(
            String topic,
            int partition,
            long offset,
            long timestampMillis,
            byte[] key,
            byte[] value,
            List<RecordHeader> headers) {
        this.topic = Objects.requireNonNull(topic, "topic");
        this.partition = partition;
        this.offset = offset;
        this.timestampMillis = timestampMillis;
        this.key = key;
        this.value = value;
        this.headers = List.copyOf(headers);
        this.heartbeat = HeartbeatHeader.promise(this.headers);
    }

    /** Full topic name, prefix included. */
    public String topic() {
        return topic;
    }

    /** Partition, from 0. */
    public int partition() {
        return partition;
    }

    /** Offset in the partition. */
    public long offset() {
        return offset;
    }

    /** Kafka timestamp, milliseconds since the epoch; -1 if the record has none. */
    public long timestampMillis() {
        return timestampMillis;
    }

    /** Key bytes; {@code null} if the record has none. Not to be changed. */
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

    /**
     * Whether this is a heartbeat: exactly one heartbeat header, and it is well formed. A record
     * with a malformed one is an ordinary record, which no topic expects, and ends in the dead
     * letters.
     */
    public boolean isHeartbeat() {
        return heartbeat.isPresent();
    }

    /**
     * The promise of a heartbeat: nothing known before this follows in the partition.
     *
     * @return microseconds since the epoch
     * @throws IllegalStateException if this is not a heartbeat
     */
    public long heartbeatMicros() {
        return heartbeat.orElseThrow(
                () ->
                        new IllegalStateException(
                                address() + ": heartbeat time was asked of a record without one"));
    }

    /** Where the record lies, for messages: {@code topic/partition/offset}. */
    public String address() {
        return topic + "/" + partition + "/" + offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InboundRecord that
                && topic.equals(that.topic)
                && partition == that.partition
                && offset == that.offset
                && timestampMillis == that.timestampMillis
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, partition, offset);
    }

    /** Address and length only: payloads stay out of logs. */
    @Override
    public String toString() {
        return address() + "(" + (value == null ? "null" : value.length + " bytes") + ")";
    }
}
