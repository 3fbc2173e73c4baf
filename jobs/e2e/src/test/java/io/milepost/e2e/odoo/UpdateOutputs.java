package io.milepost.e2e.odoo;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Account;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooResult;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.updates.UpdateTopics;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The outputs of odoo-updates as a {@code read_committed} reader has them. */
final class UpdateOutputs implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final List<OdooResult> results = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private long heartbeats;
    private long in;
    private long accountedFor;

    UpdateOutputs(KafkaConnection kafka, RegistryFactory registries) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        registry = registries.open();
        decoder = new AvroDecoder(registry);
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : UpdateTopics.OUTPUTS) {
            consumer.partitionsFor(kafka.topic(topic))
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on until a condition holds; the error says what was seen. */
    void await(String what, Duration deadline, BooleanSupplier condition)
            throws IOException, RejectedRecordException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited " + deadline.toSeconds() + " s for " + what + " but saw " + this);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                add(decoder.decode(record.value()));
            }
        }
    }

    List<OdooResult> results() {
        return results;
    }

    /** How often each outcome was said. */
    Map<CommandOutcome, Long> outcomes() {
        Map<CommandOutcome, Long> outcomes = new TreeMap<>();
        results.forEach(result -> outcomes.merge(result.getOutcome(), 1L, Long::sum));
        return outcomes;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    long heartbeats() {
        return heartbeats;
    }

    /** Records that came in by the books, if all of them are accounted for; else -1. */
    long balancedIn() {
        return in == accountedFor ? in : -1;
    }

    private void add(SpecificRecord record) {
        if (record instanceof OdooResult result) {
            results.add(result);
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        } else if (record instanceof Account account) {
            in += account.getRecordsIn();
            accountedFor +=
                    account.getEffective()
                            + account.getDuplicate()
                            + account.getWithoutEffect()
                            + account.getWaiting()
                            + account.getDeadLettered();
        } else if (record instanceof Heartbeat) {
            heartbeats++;
        }
    }

    @Override
    public String toString() {
        return outcomes()
                + ", "
                + deadLetters.size()
                + " dead letters, "
                + in
                + " records in, "
                + accountedFor
                + " accounted for, "
                + heartbeats
                + " promises";
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
