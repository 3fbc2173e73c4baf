package io.milepost.bench.rung;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the bytes and counts them: what Kafka's client alone costs. */
public final class BareConsumer implements Rung {

    private static final Duration POLL = Duration.ofMillis(200);

    @Override
    public String name() {
        return "consumer";
    }

    @Override
    public String title() {
        return "bare consumer";
    }

    @Override
    public Measured run(Site site) {
        Meter meter = Meter.start();
        Properties properties = site.kafka().properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long bytes = read(consumer, site.topics());
            if (bytes == 0) {
                throw new IllegalStateException(site.topics() + ": expected records, found none");
            }
        }
        return meter.stop(0);
    }

    private static long read(Consumer<byte[], byte[]> consumer, List<String> topics) {
        List<TopicPartition> partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long bytes = 0;
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                bytes += record.serializedValueSize();
            }
        }
        return bytes;
    }
}
