package io.milepost.kafka.inbound;

import io.milepost.kafka.KafkaConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what a topic holds now: every committed record from the beginning to where the end was when
 * the reading began. Joins no group and commits nothing.
 */
public final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALLED = Duration.ofSeconds(30);

    /** Takes records one after the other; those of a partition in their order. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes the next one. */
        void visit(InboundRecord record) throws IOException;
    }

    private TopicReading() {}

    /**
     * Reads a topic.
     *
     * @param topic full name
     * @throws IOException if there is no such topic, the brokers do not answer, or the visitor
     *     cannot go on
     */
    public static void read(KafkaConnection kafka, String topic, Visitor visitor)
            throws IOException {
        try (Consumer<byte[], byte[]> consumer = open(kafka)) {
            read(consumer, topic, visitor);
        } catch (KafkaException e) {
            throw new IOException("topic " + topic + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads one record.
     *
     * @param topic full name
     * @return empty if it is no longer there
     * @throws IOException if the brokers do not answer
     */
    public static Optional<InboundRecord> recordAt(
            KafkaConnection kafka, String topic, int partition, long offset) throws IOException {
        try (Consumer<byte[], byte[]> consumer = open(kafka)) {
            return recordAt(consumer, new TopicPartition(topic, partition), offset);
        } catch (KafkaException e) {
            throw new IOException("topic " + topic + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Consumer<byte[], byte[]> open(KafkaConnection kafka) {
        Properties properties = kafka.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Optional<InboundRecord> recordAt(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset)
            throws IOException {
        List<TopicPartition> one = List.of(partition);
        boolean isThere =
                consumer.partitionsFor(partition.topic()).stream()
                        .anyMatch(info -> info.partition() == partition.partition());
        if (!isThere
                || offset < consumer.beginningOffsets(one).get(partition)
                || offset >= consumer.endOffsets(one).get(partition)) {
            return Optional.empty();
        }
        consumer.assign(one);
        consumer.seek(partition, offset);
        long begun = System.nanoTime();
        // What was compacted or rolled back is passed over: then the position goes on without it.
        while (consumer.position(partition) <= offset) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == offset
                        ? Optional.of(AsTheyLie.inbound(record))
                        : Optional.empty();
            }
            if (System.nanoTime() - begun > STALLED.toNanos()) {
                throw new IOException(
                        "%s at offset %d: expected a record but found none for %d s"
                                .formatted(partition, offset, STALLED.toSeconds()));
            }
        }
        return Optional.empty();
    }

    static void read(Consumer<byte[], byte[]> consumer, String topic, Visitor visitor)
            throws IOException {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new IOException("topic " + topic + ": expected to exist but found none");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<TopicPartition> left = unread(consumer, ends);
        long lastMoved = System.nanoTime();
        while (!left.isEmpty()) {
            // The rest of the topic is of no interest, and a paused partition fetches none of it.
            consumer.pause(
                    partitions.stream().filter(p -> !left.contains(p)).collect(Collectors.toSet()));
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                lastMoved = System.nanoTime();
                TopicPartition partition = new TopicPartition(topic, record.partition());
                if (record.offset() < ends.get(partition)) {
                    visitor.visit(AsTheyLie.inbound(record));
                }
            }
            if (System.nanoTime() - lastMoved > STALLED.toNanos()) {
                throw new IOException(
                        "topic "
                                + topic
                                + ": expected the records up to offsets "
                                + ends
                                + " but found none for "
                                + STALLED.toSeconds()
                                + " s, with "
                                + left
                                + " unread");
            }
            left.clear();
            left.addAll(unread(consumer, ends));
        }
    }

    private static List<TopicPartition> unread(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> unread = new ArrayList<>();
        ends.forEach(
                (partition, end) -> {
                    if (consumer.position(partition) < end) {
                        unread.add(partition);
                    }
                });
        return unread;
    }
}
