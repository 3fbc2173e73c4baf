package io.milepost.local.feed;

import io.milepost.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends records to partitions that it chooses itself, the way Kafka's own partitioner does, and
 * raises the first failure that the broker reports at the next call.
 */
final class RecordSender {

    private final Producer<byte[], byte[]> producer;
    private final EventEncoder encoder;
    private final String prefix;
    private final Map<String, Integer> partitions = new HashMap<>();
    private final AtomicReference<FeedException> failure = new AtomicReference<>();

    RecordSender(Producer<byte[], byte[]> producer, EventEncoder encoder, String prefix) {
        this.producer = producer;
        this.encoder = encoder;
        this.prefix = prefix;
    }

    /** Sends an event to the partition of its key; the record's time is when it was known. */
    void send(TimedEvent event) {
        String topic = event.topic().in(prefix);
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        int partition = BuiltInPartitioner.partitionForKey(key, partitionsOf(topic));
        send(
                new ProducerRecord<>(
                        topic,
                        partition,
                        kafkaMillis(event.knownAtMicros()),
                        key,
                        encoded(event.topic(), event.value())));
    }

    /** Sends a record as it is. */
    void send(ProducerRecord<byte[], byte[]> record) {
        raiseFailure();
        try {
            // Its failure comes through the callback; nobody waits for a single record.
            Future<RecordMetadata> unused =
                    producer.send(record, (metadata, error) -> note(record, error));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw refused(record, e);
        }
    }

    /** The frame of a heartbeat or event under a subject. */
    byte[] encoded(String subject, SpecificRecord value) {
        return encoder.encode(subject, value);
    }

    /** Kafka has no times before 1970; what a record says of its time stays as it is. */
    private static long kafkaMillis(long micros) {
        return Math.max(0, Math.floorDiv(micros, 1_000L));
    }

    /** How many partitions a topic has at the broker. */
    int partitionsOf(String topic) {
        return partitions.computeIfAbsent(topic, name -> producer.partitionsFor(name).size());
    }

    /** Waits until the broker has everything; raises what it refused. */
    void flush() {
        producer.flush();
        raiseFailure();
    }

    private byte[] encoded(Topic<?> topic, SpecificRecord value) {
        return encoded(topic.subject(prefix), value);
    }

    private void raiseFailure() {
        FeedException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private void note(ProducerRecord<byte[], byte[]> record, Exception error) {
        if (error != null) {
            failure.compareAndSet(null, refused(record, error));
        }
    }

    private static FeedException refused(ProducerRecord<byte[], byte[]> record, Exception error) {
        return new FeedException(
                "record "
                        + new String(record.key(), StandardCharsets.UTF_8)
                        + " was not taken by "
                        + record.topic()
                        + "-"
                        + record.partition()
                        + ": "
                        + error.getMessage(),
                error);
    }
}
