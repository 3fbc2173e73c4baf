package io.milepost.bench.latency;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed alerts as they come. */
final class AlertReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Consumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;

    AlertReader(KafkaConnection kafka, RegistryConnection registry) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(kafka.topic(Catalogue.ALERTS)).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.registry = registry.open();
        this.decoder = new AvroDecoder(this.registry);
    }

    /**
     * Waits for an alert of each line.
     *
     * @param sent when the deadline of a line was passed
     * @param lines how many alerts must come
     * @return nanoseconds between the two, sorted
     * @throws IOException if they do not come in time
     */
    long[] latencies(Map<String, Long> sent, int lines)
            throws IOException, RejectedRecordException {
        List<Long> found = new ArrayList<>();
        long giveUpAt = System.nanoTime() + LONGEST.toNanos();
        while (found.size() < lines) {
            if (System.nanoTime() > giveUpAt) {
                throw new IOException(
                        "alerts: expected "
                                + lines
                                + " within "
                                + LONGEST.toMinutes()
                                + " minutes but found "
                                + found.size());
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (decoder.decode(record.value()) instanceof SlaAlert alert
                        && sent.containsKey(alert.getLineKey())) {
                    found.add(System.nanoTime() - sent.get(alert.getLineKey()));
                }
            }
        }
        return found.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
