package io.milepost.kafka.deadletters;

import io.milepost.events.DeadLetter;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.avro.Frame;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.Partitions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Makes dead letters of rejected records: cause and address in the value and, for tools that know
 * Kafka Connect, in its error headers; the record's own bytes where they are not too long. The key
 * is the record's address, so that a record rejected again overwrites rather than adds in any view
 * by key. Not for several threads.
 */
public final class DeadLetters {

    /** Longest value that a dead letter holds, in bytes; of a longer one length and SHA-256. */
    public static final int MAX_VALUE = 512 * 1024;

    /**
     * Longest key that a dead letter holds, in bytes: keys here are short, a longer one is broken.
     */
    static final int MAX_KEY = 64 * 1024;

    /** Longest message in characters: some libraries put whole schemas into theirs. */
    static final int MAX_MESSAGE = 4_000;

    private final String job;
    private final int subtask;
    private final String topic;
    private final String subject;
    private final int partitions;
    private final AvroEncoder encoder;

    /**
     * @param job the job that rejects
     * @param subtask which of its parallel parts, from 0
     * @param topic full name of the dead-letter topic
     * @param partitions its number of partitions
     * @param encoder writes the dead letters
     */
    public DeadLetters(String job, int subtask, String topic, int partitions, AvroEncoder encoder) {
        this.job = Objects.requireNonNull(job, "job");
        this.subtask = subtask;
        this.topic = Objects.requireNonNull(topic, "topic");
        this.subject = topic + "-value";
        this.partitions = partitions;
        this.encoder = Objects.requireNonNull(encoder, "encoder");
    }

    /**
     * The dead letter of a record.
     *
     * @param record what was rejected
     * @param rejection why
     * @param rejectedAtMicros when, microseconds since the epoch
     * @throws IOException if the registry does not answer; trying again may help
     */
    public OutboundRecord of(InboundRecord record, Rejection rejection, long rejectedAtMicros)
            throws IOException {
        byte[] key = record.address().getBytes(StandardCharsets.UTF_8);
        Instant rejectedAt = Instant.EPOCH.plus(rejectedAtMicros, ChronoUnit.MICROS);
        String message = shortened(rejection.message());
        return new OutboundRecord(
                topic,
                Partitions.of(key, partitions),
                key,
                encoder.encode(subject, letter(record, rejection, message, rejectedAt)),
                ErrorHeaders.of(job, subtask, record, rejection, message),
                rejectedAt.toEpochMilli());
    }

    private DeadLetter letter(
            InboundRecord record, Rejection rejection, String message, Instant rejectedAt) {
        byte[] value = record.value();
        byte[] key = record.key();
        boolean tooLong = value != null && value.length > MAX_VALUE;
        return DeadLetter.newBuilder()
                .setJob(job)
                .setStage(rejection.stage())
                .setReason(rejection.reason())
                .setMessage(message)
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setTimestamp(Instant.ofEpochMilli(record.timestampMillis()))
                .setSchemaId(schemaId(record, rejection))
                .setKey(key == null || key.length > MAX_KEY ? null : ByteBuffer.wrap(key))
                .setValue(value == null || tooLong ? null : ByteBuffer.wrap(value))
                .setValueLength(value == null ? 0 : value.length)
                .setValueSha256(tooLong ? Sha256.hex(value) : null)
                .setRejectedAt(rejectedAt)
                .build();
    }

    /** A stage that rejects what was read well does not ask for the schema; the frame tells it. */
    private static Integer schemaId(InboundRecord record, Rejection rejection) {
        if (rejection.schemaId() != null || !Frame.isFramed(record.value())) {
            return rejection.schemaId();
        }
        return Frame.schemaId(record.value());
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }
}
