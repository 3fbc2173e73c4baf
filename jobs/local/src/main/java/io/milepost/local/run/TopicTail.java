package io.milepost.local.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Heartbeat;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a topic as any {@code read_committed} reader would. Not for several threads. */
public final class TopicTail<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> undecided;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final Topic<T> topic;
    private final Consumer<T> visitor;
    private long records;

    /**
     * From the beginning of a topic on.
     *
     * @param visitor is given each record's value, but for heartbeats
     */
    public TopicTail(
            KafkaConnection kafka,
            RegistryFactory registries,
            Topic<T> topic,
            Consumer<T> visitor) {
        consumer = open(kafka, "read_committed");
        undecided = open(kafka, "read_uncommitted");
        registry = registries.open();
        decoder = new AvroDecoder(registry);
        this.topic = topic;
        this.visitor = visitor;
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(kafka.topic(topic))
                .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        consumer.assign(partitions);
        // It is asked for ends only, and complains each time of partitions that are not its own.
        undecided.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static KafkaConsumer<byte[], byte[]> open(KafkaConnection kafka, String isolation) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes what is there now. */
    public void read() throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        try {
            while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records++;
                    SpecificRecord value = decoder.decode(record.value());
                    if (!(value instanceof Heartbeat)) {
                        visitor.accept(topic.value().cast(value));
                    }
                }
            }
        } catch (RejectedRecordException e) {
            throw new IOException(topic.name() + ": a record cannot be read", e);
        }
    }

    /** Whether something is written that is not committed yet: a moment after a checkpoint. */
    public boolean isPending() {
        return !consumer.endOffsets(consumer.assignment())
                .equals(undecided.endOffsets(consumer.assignment()));
    }

    /** How many records were taken, heartbeats too. */
    public long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        undecided.close();
        registry.close();
    }
}
