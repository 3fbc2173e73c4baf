package io.milepost.local.feed;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes events whenever it is told to, and promises whatever it is told to, for whoever paces a
 * feed step by step. Not for several threads.
 */
public final class StepFeed implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final RecordSender sender;
    private final HeartbeatWriter heartbeats;
    private long promised = Long.MIN_VALUE;

    /** Opens a producer; of the settings speed and times are not used. */
    public StepFeed(FeedSettings settings, EventEncoder encoder) {
        producer = new KafkaProducer<>(FeedPublisher.producerSettings(settings));
        sender = new RecordSender(producer, encoder, settings.topicPrefix());
        heartbeats =
                new HeartbeatWriter(
                        sender,
                        settings.heartbeatTopics(),
                        settings.topicPrefix(),
                        settings.source());
    }

    /**
     * Publishes events, then promises that nothing known before a time follows; returns when the
     * broker has all of it. A promise never goes back.
     *
     * @throws FeedException when the broker refuses a record
     */
    public void publish(List<TimedEvent> events, long promiseMicros) {
        events.forEach(sender::send);
        if (promiseMicros > promised) {
            promised = promiseMicros;
            heartbeats.write(promiseMicros);
        }
        sender.flush();
    }

    /** How many heartbeat records were written. */
    public long heartbeats() {
        return heartbeats.written();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
