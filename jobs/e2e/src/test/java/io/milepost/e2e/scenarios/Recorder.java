package io.milepost.e2e.scenarios;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.DeadLetter;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Keeps every record that the job says, by the company that it is about, in the order of their
 * partitions. Reads committed records only, like any reader.
 */
final class Recorder implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<Topic<?>> TOPICS =
            List.of(
                    Catalogue.MILESTONES,
                    Catalogue.STATUS,
                    Catalogue.ALERTS,
                    Catalogue.COMMANDS,
                    Catalogue.DEAD_LETTERS);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<String, List<SpecificRecord>> byCompany = new HashMap<>();

    Recorder(EmbeddedRun run) {
        Properties properties = run.kafka().properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        registry = run.registry().open();
        decoder = new AvroDecoder(registry);
        for (Topic<?> topic : TOPICS) {
            consumer.partitionsFor(run.kafka().topic(topic))
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads all that is committed by now. */
    void catchUp() throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                add(record);
            }
        }
    }

    /** What has been said of a company, and of feeds, which are everybody's. */
    List<SpecificRecord> about(String company) {
        return byCompany.computeIfAbsent(company, any -> new ArrayList<>());
    }

    private void add(ConsumerRecord<byte[], byte[]> record) throws IOException {
        try {
            SpecificRecord value = decoder.decode(record.value());
            String company = companyOf(value);
            if (company != null) {
                about(company).add(value);
            } else if (value instanceof SlaAlert) {
                byCompany.values().forEach(said -> said.add(value));
            }
        } catch (RejectedRecordException e) {
            throw new IOException("an output cannot be read: " + record, e);
        }
    }

    private static String companyOf(SpecificRecord value) {
        String key = null;
        if (value instanceof LineMilestone milestone) {
            key = milestone.getLineKey();
        } else if (value instanceof LineStatus status) {
            key = status.getLineKey();
        } else if (value instanceof SlaAlert alert) {
            key = alert.getLineKey();
        } else if (value instanceof OdooCommand command) {
            key = command.getLineKey();
        } else if (value instanceof DeadLetter letter) {
            key = StandardCharsets.UTF_8.decode(letter.getKey().duplicate()).toString();
        }
        return key == null ? null : key.split("/", -1)[1];
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
