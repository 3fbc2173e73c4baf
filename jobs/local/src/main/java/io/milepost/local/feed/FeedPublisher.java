package io.milepost.local.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes a sorted feed to the fact topics, at a chosen speed, with the heartbeats that move the
 * clock. It keeps nothing but its place.
 *
 * <p>A heartbeat promises that nothing known before its time follows. The time is a multiple of the
 * heartbeat interval that every event before it has reached and no event after it is below, so the
 * promise holds for each feed that is sorted by its knowledge. Feeds that are not (shuffled ones,
 * on purpose) are told of in {@link FeedReport#behindPromise()}.
 *
 * <p>One thread publishes; {@link #cancel()} and {@link #progress()} may be called from any.
 */
public final class FeedPublisher implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final FeedSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final LongSupplier nanoTime;
    private final RecordSender sender;
    private final HeartbeatWriter heartbeats;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile FeedProgress progress = new FeedProgress(0, Long.MIN_VALUE);
    private volatile long promised = Long.MIN_VALUE;
    private long behindPromise;

    /**
     * Opens a producer with {@code acks=all} and idempotence, so that nothing is lost, doubled or
     * reordered within a partition.
     */
    public FeedPublisher(FeedSettings settings, EventEncoder encoder) {
        this(settings, encoder, new KafkaProducer<>(producerSettings(settings)), System::nanoTime);
    }

    FeedPublisher(
            FeedSettings settings,
            EventEncoder encoder,
            Producer<byte[], byte[]> producer,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.producer = producer;
        this.nanoTime = nanoTime;
        this.sender = new RecordSender(producer, encoder, settings.topicPrefix());
        this.heartbeats =
                new HeartbeatWriter(
                        sender,
                        settings.heartbeatTopics(),
                        settings.topicPrefix(),
                        settings.source());
    }

    /**
     * Publishes a feed and, at its end, the final heartbeat; returns when the broker has
     * everything.
     *
     * @param events sorted by {@link TimedEvent#atMicros()}
     * @throws FeedException when the broker refuses a record
     * @throws IllegalArgumentException when the events are not sorted
     * @throws InterruptedException when the thread is interrupted
     */
    public FeedReport publish(Iterator<TimedEvent> events) throws InterruptedException {
        try {
            return publishAll(events);
        } catch (InterruptException e) {
            Thread.interrupted();
            InterruptedException interrupted = new InterruptedException(e.getMessage());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private FeedReport publishAll(Iterator<TimedEvent> events) throws InterruptedException {
        Pacer pacer = new Pacer(settings.speed(), nanoTime, cancelled);
        boolean goOn = true;
        while (goOn && events.hasNext()) {
            TimedEvent event = events.next();
            requireSorted(event);
            goOn = heartbeatsUpTo(event.atMicros(), pacer) && pacer.await(event.atMicros());
            if (goOn) {
                send(event);
            }
        }
        long end = settings.finalHeartbeatMicros();
        if (goOn && heartbeatsUpTo(end, pacer) && pacer.await(end)) {
            heartbeat(end);
        }
        sender.flush();
        return new FeedReport(
                progress.sent(), heartbeats.written(), behindPromise, cancelled.get());
    }

    /**
     * Promises once more, after the end of the feed, that nothing known before the time follows;
     * returns when the broker has it. For whoever keeps the clock going. Never goes back.
     */
    public void heartbeat(long promisedMicros) {
        if (promisedMicros > promised) {
            promised = promisedMicros;
            heartbeats.write(promisedMicros);
            sender.flush();
        }
    }

    /** Ends publishing soon, without the final heartbeat. */
    public void cancel() {
        cancelled.set(true);
    }

    /** How far the feed is. */
    public FeedProgress progress() {
        return progress;
    }

    /** Closes the producer; what the broker has not taken within five seconds is given up. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void send(TimedEvent event) {
        if (event.knownAtMicros() < promised) {
            behindPromise++;
        }
        sender.send(event);
        progress = new FeedProgress(progress.sent() + 1, event.atMicros());
    }

    /**
     * Writes the heartbeats that are due before the next time: at full speed only the last of them,
     * else each in its own time, so that a quiet night is a night and not a jump.
     */
    private boolean heartbeatsUpTo(long nextMicros, Pacer pacer) throws InterruptedException {
        long every = settings.heartbeatEveryMicros();
        long last = Math.floorDiv(nextMicros, every) * every;
        boolean first = promised == Long.MIN_VALUE;
        long due = first || settings.speed().isMax() ? last : nextMultiple(promised, every);
        for (; due <= last; due += every) {
            if (!first && !pacer.await(due)) {
                return false;
            }
            if (due > promised) {
                promised = due;
                heartbeats.write(due);
            }
        }
        return true;
    }

    private void requireSorted(TimedEvent event) {
        if (event.atMicros() < progress.simulatedMicros()) {
            throw new IllegalArgumentException(
                    "feed: events must be sorted by atMicros, but "
                            + event.key()
                            + " at "
                            + event.atMicros()
                            + " came after "
                            + progress.simulatedMicros());
        }
    }

    private static long nextMultiple(long micros, long every) {
        return (Math.floorDiv(micros, every) + 1) * every;
    }

    static Map<String, Object> producerSettings(FeedSettings settings) {
        Map<String, Object> client = new HashMap<>(settings.client());
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        client.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        client.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        client.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        client.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return client;
    }
}
