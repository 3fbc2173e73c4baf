package io.milepost.local.odoo;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.OdooResult;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What became of commands until now, for whoever watches. Not for several threads. */
final class ResultTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final List<OdooResult> results = new ArrayList<>();
    private long records;

    ResultTail(KafkaConnection kafka, RegistryFactory registries) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        registry = registries.open();
        decoder = new AvroDecoder(registry);
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(kafka.topic(Catalogue.RESULTS))
                .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what is there now. */
    CommandCounts counts() throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        try {
            while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records++;
                    if (decoder.decode(record.value()) instanceof OdooResult result) {
                        results.add(result);
                    }
                }
            }
        } catch (RejectedRecordException e) {
            throw new IOException("a result cannot be read", e);
        }
        return CommandCounts.of(results);
    }

    /** How many records were taken, heartbeats too. */
    long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
