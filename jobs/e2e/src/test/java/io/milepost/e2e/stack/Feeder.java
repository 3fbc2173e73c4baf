package io.milepost.e2e.stack;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.Heartbeat;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes single events and heartbeats, so that a test can let one feed fall silent. */
public final class Feeder implements AutoCloseable {

    private final KafkaConnection kafka;
    private final List<Topic<?>> feeds;
    private final SchemaRegistryClient registry;
    private final AvroEncoder encoder;
    private final Producer<byte[], byte[]> producer;

    /** A feeder of the milestones job of a run. */
    public Feeder(EmbeddedRun run) {
        this(run.kafka(), run.registry(), FactTopics.ALL);
    }

    /**
     * A feeder of any job.
     *
     * @param feeds the topics that heartbeats are written to
     */
    public Feeder(KafkaConnection kafka, RegistryFactory registries, List<Topic<?>> feeds) {
        this.kafka = kafka;
        this.feeds = feeds;
        this.registry = registries.open();
        this.encoder = new AvroEncoder(registry);
        Properties properties = kafka.properties();
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes an event. */
    public void send(TimedEvent event) throws IOException {
        send(
                new ProducerRecord<>(
                        kafka.topic(event.topic()),
                        null,
                        event.knownAtMicros() / 1000,
                        bytes(event.key()),
                        encode(event.topic(), event.value())));
    }

    /** Writes bytes as they are. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /**
     * Writes records as they are.
     *
     * @return their places in the list, from 0, by their addresses, topic/partition/offset
     */
    public Map<String, Integer> sendAll(List<ProducerRecord<byte[], byte[]>> records)
            throws IOException {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Future<RecordMetadata> each : sent) {
            try {
                RecordMetadata at = each.get();
                places.put(at.topic() + "/" + at.partition() + "/" + at.offset(), places.size());
            } catch (ExecutionException e) {
                throw new IOException("the broker refused record " + places.size(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while records were sent", e);
            }
        }
        return places;
    }

    /** Every feed promises that nothing known before a time follows. */
    public void heartbeats(Instant promised) throws IOException {
        heartbeats(promised, feed -> true);
    }

    /**
     * Some feeds promise.
     *
     * @param speaks whether a feed, named topic/partition without prefix, says anything
     */
    public void heartbeats(Instant promised, Predicate<String> speaks) throws IOException {
        for (Topic<?> topic : feeds) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                if (speaks.test(topic.name() + "/" + partition)) {
                    heartbeat(topic, partition, promised);
                }
            }
        }
        producer.flush();
    }

    private void heartbeat(Topic<?> topic, int partition, Instant promised) throws IOException {
        long micros = Micros.of(promised);
        RecordHeaders headers = new RecordHeaders();
        headers.add(Catalogue.HEARTBEAT_HEADER, bytes(Long.toString(micros)));
        Heartbeat heartbeat = new Heartbeat("test", partition, promised);
        producer.send(
                new ProducerRecord<>(
                        kafka.topic(topic),
                        partition,
                        promised.toEpochMilli(),
                        bytes(Catalogue.HEARTBEAT_KEY),
                        encoder.encode(Catalogue.HEARTBEAT_SUBJECT, heartbeat),
                        headers));
    }

    /** The bytes of an event, framed. */
    public byte[] encode(Topic<?> topic, SpecificRecord value) throws IOException {
        return encoder.encode(topic.subject(kafka.topicPrefix()), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        producer.close();
        registry.close();
    }
}
