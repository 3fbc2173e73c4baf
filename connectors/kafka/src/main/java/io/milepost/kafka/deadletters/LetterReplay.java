package io.milepost.kafka.deadletters;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Timestamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes rejected records again, as they were: bytes, key, headers, time, topic and partition. One
 * header more says where the record lay before; where the broker gives records their time, another
 * says what it was.
 */
public final class LetterReplay implements AutoCloseable {

    /** Header that holds the address of the record that was rejected, topic/partition/offset. */
    public static final String REPLAYED_FROM = "milepost-replayed-from";

    private final Producer<byte[], byte[]> producer;
    private final Set<String> underBrokersTime;
    private final List<Future<?>> sent = new ArrayList<>();

    /** A replay to the brokers that a connection leads to. */
    public LetterReplay(KafkaConnection kafka) {
        this(open(kafka), kafka.topicPrefix());
    }

    LetterReplay(Producer<byte[], byte[]> producer, String prefix) {
        this.producer = producer;
        underBrokersTime =
                Catalogue.all().stream()
                        .filter(topic -> topic.timestamps() == Timestamps.BROKER)
                        .map(topic -> topic.in(prefix))
                        .collect(Collectors.toSet());
    }

    private static Producer<byte[], byte[]> open(KafkaConnection kafka) {
        Properties properties = kafka.properties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        // As long as what was written before, with one header more.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, DirectWriter.LONGEST_REQUEST);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * The record that a letter tells of.
     *
     * @throws IllegalArgumentException if the letter has an {@link Letter#obstacle}
     */
    private ProducerRecord<byte[], byte[]> record(Letter letter) {
        letter.obstacle()
                .ifPresent(
                        obstacle -> {
                            throw new IllegalArgumentException(letter.address() + ": " + obstacle);
                        });
        RecordHeaders headers = new RecordHeaders();
        for (RecordHeader header : letter.ownHeaders()) {
            // Of a record that was replayed before, the latest address counts.
            if (!header.name().equals(REPLAYED_FROM)) {
                headers.add(header.name(), header.value());
            }
        }
        RecordHeader from = RecordHeader.text(REPLAYED_FROM, letter.address());
        headers.add(from.name(), from.value());
        long timestamp = letter.content().getTimestamp().toEpochMilli();
        if (timestamp >= 0
                && underBrokersTime.contains(letter.content().getTopic())
                && headers.lastHeader(FirstKnown.HEADER) == null) {
            RecordHeader known = RecordHeader.text(FirstKnown.HEADER, Long.toString(timestamp));
            headers.add(known.name(), known.value());
        }
        return new ProducerRecord<>(
                letter.content().getTopic(),
                letter.content().getPartition(),
                timestamp < 0 ? null : timestamp,
                letter.key(),
                letter.value(),
                headers);
    }

    /**
     * Sends the record that a letter tells of; {@link #await} tells whether it arrived.
     *
     * @throws IllegalArgumentException if the letter has an {@link Letter#obstacle}
     * @throws IOException if the record's partition is no longer there or the brokers do not answer
     */
    public void send(Letter letter) throws IOException {
        try {
            int partitions = producer.partitionsFor(letter.content().getTopic()).size();
            if (letter.content().getPartition() >= partitions) {
                throw new IOException(
                        letter.address()
                                + ": expected its partition but found "
                                + partitions
                                + " partitions");
            }
            sent.add(producer.send(record(letter)));
        } catch (KafkaException e) {
            throw new IOException(letter.address() + ": cannot be sent: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the brokers have everything that was sent.
     *
     * @return how many records that is
     * @throws IOException if they refuse one; others may have arrived
     */
    public int await() throws IOException, InterruptedException {
        producer.flush();
        int arrived = 0;
        Exception refusal = null;
        for (Future<?> each : sent) {
            try {
                each.get();
                arrived++;
            } catch (ExecutionException e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw new IOException(
                    "replay: expected the brokers to take "
                            + sent.size()
                            + " records but they took "
                            + arrived
                            + ": "
                            + refusal.getCause().getMessage(),
                    refusal);
        }
        return arrived;
    }

    @Override
    public void close() {
        producer.close();
    }
}
