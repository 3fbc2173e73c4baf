package io.milepost.local.feed;

import io.milepost.events.Heartbeat;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes one promise into every partition of every fact topic of a feed. */
final class HeartbeatWriter {

    private static final byte[] KEY = Catalogue.HEARTBEAT_KEY.getBytes(StandardCharsets.UTF_8);

    private final RecordSender sender;
    private final List<String> topics;
    private final String source;
    private long written;

    HeartbeatWriter(RecordSender sender, List<Topic<?>> topics, String prefix, String source) {
        this.sender = sender;
        this.topics = topics.stream().map(topic -> topic.in(prefix)).toList();
        this.source = source;
    }

    /**
     * Promises that nothing known before the time follows in any partition. Heartbeats have no
     * times before 1970: until then the clock does not start.
     */
    void write(long promisedMicros) {
        if (promisedMicros < 0) {
            return;
        }
        byte[] promise = Long.toString(promisedMicros).getBytes(StandardCharsets.UTF_8);
        for (String topic : topics) {
            int partitions = sender.partitionsOf(topic);
            for (int partition = 0; partition < partitions; partition++) {
                sender.send(heartbeat(topic, partition, promisedMicros, promise));
                written++;
            }
        }
    }

    /** How many heartbeat records were written. */
    long written() {
        return written;
    }

    private ProducerRecord<byte[], byte[]> heartbeat(
            String topic, int partition, long promisedMicros, byte[] promise) {
        Heartbeat value = new Heartbeat(source, partition, Micros.toInstant(promisedMicros));
        return new ProducerRecord<>(
                topic,
                partition,
                Math.floorDiv(promisedMicros, 1_000L),
                KEY,
                sender.encoded(Catalogue.HEARTBEAT_SUBJECT, value),
                List.of(new RecordHeader(Catalogue.HEARTBEAT_HEADER, promise)));
    }
}
