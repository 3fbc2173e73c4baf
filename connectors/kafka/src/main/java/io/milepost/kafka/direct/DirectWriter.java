package io.milepost.kafka.direct;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes to one topic of the catalogue from outside of Flink, such as from a service that answers
 * somebody: each record is there when its future says so, on all replicas that are in step, once
 * and in the order of the calls. There are no transactions around several records.
 *
 * <p>May be used by several threads.
 *
 * @param <V> the generated class of the topic's records
 */
public final class DirectWriter<V extends SpecificRecord> implements AutoCloseable {

    /** Longest request to the brokers, in bytes: a record of 1 MiB with its key and headers. */
    public static final int LONGEST_REQUEST = 2 << 20;

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final SchemaRegistryClient registry;
    private final AvroEncoder encoder;
    private final Topic<V> topic;
    private final String prefix;

    /**
     * @param producer where the records go; closed with this
     * @param registry where the schemas are looked up; closed with this
     * @param prefix what the environment puts before every topic's name
     */
    DirectWriter(
            Producer<byte[], byte[]> producer,
            SchemaRegistryClient registry,
            Topic<V> topic,
            String prefix) {
        this.producer = producer;
        this.registry = Objects.requireNonNull(registry, "registry");
        this.encoder = new AvroEncoder(registry);
        this.topic = topic;
        this.prefix = prefix;
    }

    /**
     * Opens a writer.
     *
     * @param patience how long Kafka may take for a record before its future fails
     */
    public static <V extends SpecificRecord> DirectWriter<V> open(
            KafkaConnection connection,
            SchemaRegistryClient registry,
            Topic<V> topic,
            Duration patience) {
        Properties properties = connection.properties();
        int millis = Math.toIntExact(patience.toMillis());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        // A transaction of 1 MiB and its envelope.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LONGEST_REQUEST);
        properties.put(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return new DirectWriter<>(
                new KafkaProducer<>(properties), registry, topic, connection.topicPrefix());
    }

    /**
     * Writes a record.
     *
     * @param headers headers for tools
     * @return where it lies and when the broker took it; fails if it may not be there
     */
    public CompletableFuture<Written> write(String key, V value, List<RecordHeader> headers) {
        try {
            return send(null, key, encoded(topic.subject(prefix), value), headers);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** How many partitions the topic has. */
    int partitions() {
        return producer.partitionsFor(topic.in(prefix)).size();
    }

    /** Writes something that is not of the topic's class into a partition of one's choice. */
    CompletableFuture<Written> write(
            int partition,
            String key,
            String subject,
            SpecificRecord value,
            List<RecordHeader> headers) {
        try {
            return send(partition, key, encoded(subject, value), headers);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private byte[] encoded(String subject, SpecificRecord value) throws IOException {
        synchronized (encoder) {
            return encoder.encode(subject, value);
        }
    }

    private CompletableFuture<Written> send(
            Integer partition, String key, byte[] value, List<RecordHeader> headers) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers.forEach(header -> kafkaHeaders.add(header.name(), header.value()));
        CompletableFuture<Written> written = new CompletableFuture<>();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        topic.in(prefix), partition, null, keyBytes, value, kafkaHeaders);
        try {
            Future<RecordMetadata> unused =
                    producer.send(record, (metadata, error) -> settle(written, metadata, error));
        } catch (KafkaException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    private static void settle(
            CompletableFuture<Written> written, RecordMetadata metadata, Exception error) {
        if (error != null) {
            written.completeExceptionally(error);
        } else {
            written.complete(
                    new Written(metadata.partition(), metadata.offset(), metadata.timestamp()));
        }
    }

    /** Waits a while for what is under way, and closes. */
    @Override
    public void close() throws IOException {
        producer.close(LONGEST_CLOSE);
        registry.close();
    }
}
