package io.milepost.pipelines.start;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to its end as it is now. */
public final class TopicToEnd {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private TopicToEnd() {}

    /**
     * The committed records of a topic.
     *
     * @throws IOException if nothing comes for a minute before the end
     */
    public static List<InboundRecord> read(KafkaConnection connection, Topic<?> catalogued)
            throws IOException {
        List<InboundRecord> records = new ArrayList<>();
        read(connection, catalogued, records::add);
        return records;
    }

    /**
     * The committed records of a topic, one after the other, for those that need not keep them all.
     *
     * @throws IOException if nothing comes for a minute before the end
     */
    public static void read(
            KafkaConnection connection, Topic<?> catalogued, Consumer<InboundRecord> reader)
            throws IOException {
        String topic = connection.topic(catalogued);
        Properties properties = connection.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            readToEnd(consumer, topic, reader);
        } catch (KafkaException e) {
            throw new IOException("topic " + topic + " cannot be read", e);
        }
    }

    private static void readToEnd(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            String topic,
            Consumer<InboundRecord> reader)
            throws IOException {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long count = 0;
        long giveUpAt = System.nanoTime() + LONGEST.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            if (System.nanoTime() > giveUpAt) {
                throw new IOException(
                        "topic "
                                + topic
                                + ": expected its next record within "
                                + LONGEST.toSeconds()
                                + " s but found none after "
                                + count
                                + " records");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                reader.accept(inbound(record));
                count++;
                giveUpAt = System.nanoTime() + LONGEST.toNanos();
            }
        }
    }

    private static InboundRecord inbound(ConsumerRecord<byte[], byte[]> record) {
        List<RecordHeader> headers = new ArrayList<>();
        record.headers().forEach(h -> headers.add(new RecordHeader(h.key(), h.value())));
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }
}
