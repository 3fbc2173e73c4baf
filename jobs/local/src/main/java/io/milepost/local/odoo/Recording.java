package io.milepost.local.odoo;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Envelope;
import io.milepost.events.Heartbeat;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what stands in topics, as any {@code read_committed} reader would, from beginning to end.
 */
final class Recording {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int ENVELOPE = 0;

    private Recording() {}

    /** The records of topics, heartbeats left out, those of a partition in their order. */
    static <T extends SpecificRecord> List<T> records(
            KafkaConnection kafka, RegistryFactory registries, Topic<T> topic) throws IOException {
        List<T> records = new ArrayList<>();
        read(kafka, registries, topic, (key, value) -> records.add(value));
        return records;
    }

    /** The events of a topic of Odoo's, by what they say of when they became known. */
    static <T extends SpecificRecord> List<TimedEvent> events(
            KafkaConnection kafka, RegistryFactory registries, Topic<T> topic) throws IOException {
        List<TimedEvent> events = new ArrayList<>();
        read(
                kafka,
                registries,
                topic,
                (key, value) -> {
                    long known = Micros.of(((Envelope) value.get(ENVELOPE)).getKnownAt());
                    events.add(new TimedEvent(topic, key, value, key, known, known));
                });
        return events;
    }

    private interface Visitor<T> {
        void take(String key, T value);
    }

    private static <T extends SpecificRecord> void read(
            KafkaConnection kafka, RegistryFactory registries, Topic<T> topic, Visitor<T> visitor)
            throws IOException {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (SchemaRegistryClient registry = registries.open();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(
                                properties,
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())) {
            AvroDecoder decoder = new AvroDecoder(registry);
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(kafka.topic(topic))
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    SpecificRecord value = decoder.decode(record.value());
                    if (!(value instanceof Heartbeat)) {
                        visitor.take(
                                new String(record.key(), StandardCharsets.UTF_8),
                                topic.value().cast(value));
                    }
                }
            }
        } catch (RejectedRecordException e) {
            throw new IOException(topic.name() + ": a record cannot be read", e);
        }
    }
}
