package io.milepost.e2e.stack;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning as a {@code read_committed} reader has them. */
public final class CommittedReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final BiConsumer<String, SpecificRecord> visitor;

    /**
     * @param visitor takes each record with its key
     */
    public CommittedReader(
            KafkaConnection kafka,
            RegistryFactory registries,
            List<Topic<?>> topics,
            BiConsumer<String, SpecificRecord> visitor) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        registry = registries.open();
        decoder = new AvroDecoder(registry);
        this.visitor = visitor;
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : topics) {
            consumer.partitionsFor(kafka.topic(topic))
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads on until a condition holds.
     *
     * @param seen what the error says was seen
     */
    public void await(
            String what, Duration deadline, BooleanSupplier condition, Supplier<String> seen)
            throws IOException, RejectedRecordException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited %d s for %s but saw %s"
                                .formatted(deadline.toSeconds(), what, seen.get()));
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                visitor.accept(
                        new String(record.key(), StandardCharsets.UTF_8),
                        decoder.decode(record.value()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
