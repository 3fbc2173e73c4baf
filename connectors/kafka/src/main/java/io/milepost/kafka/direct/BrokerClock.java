package io.milepost.kafka.direct;

import io.milepost.events.Heartbeat;
import io.milepost.kafka.RecordHeader;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Heartbeats in a topic under the broker's time. Each promises the time at which the broker took
 * the one before it in that partition: whatever the broker takes later has a later time, whoever
 * writes it, so that any number of writers and clocks may run at once. It promises nothing before
 * it knows the broker's time, and nothing while the broker does not answer.
 */
public final class BrokerClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerClock.class);

    private static final long MICROS_PER_MILLI = 1_000;

    static {
        TrustedEvents.trust();
    }

    private final DirectWriter<?> writer;
    private final String source;
    private final AtomicLongArray taken;
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicLong answeredNanos = new AtomicLong(System.nanoTime());
    private final ScheduledExecutorService timer;

    /**
     * @param writer writes to the topic
     * @param source who promises
     */
    BrokerClock(DirectWriter<?> writer, String source) {
        this.writer = writer;
        this.source = source;
        taken = new AtomicLongArray(writer.partitions());
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "heartbeats");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Starts to promise.
     *
     * @param writer writes to the topic; not closed with the clock
     * @param source who promises
     * @param every how often
     */
    public static BrokerClock start(DirectWriter<?> writer, String source, Duration every) {
        BrokerClock clock = new BrokerClock(writer, source);
        clock.timer.scheduleWithFixedDelay(
                clock::beatSafely, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return clock;
    }

    private void beatSafely() {
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.warn("Heartbeats of {}: none this time", source, e);
        }
    }

    /** Writes one heartbeat to each partition; says when all of them were taken. */
    CompletableFuture<Void> beat() {
        CompletableFuture<?>[] beats = new CompletableFuture<?>[taken.length()];
        for (int partition = 0; partition < taken.length(); partition++) {
            beats[partition] = beat(partition);
        }
        return CompletableFuture.allOf(beats).whenComplete((done, error) -> told(error));
    }

    private CompletableFuture<Void> beat(int partition) {
        long micros = taken.get(partition) * MICROS_PER_MILLI;
        Heartbeat heartbeat =
                Heartbeat.newBuilder()
                        .setSource(source)
                        .setPartition(partition)
                        .setPromisedAt(instant(micros))
                        .build();
        return writer.write(
                        partition,
                        Catalogue.HEARTBEAT_KEY,
                        Catalogue.HEARTBEAT_SUBJECT,
                        heartbeat,
                        List.of(
                                RecordHeader.text(
                                        Catalogue.HEARTBEAT_HEADER, Long.toString(micros))))
                .thenAccept(
                        written ->
                                // A broker whose clock was set back takes no promise back.
                                taken.accumulateAndGet(
                                        partition, written.timestampMillis(), Math::max));
    }

    /** Says once that the broker does not answer, and once that it does again. */
    private void told(Throwable error) {
        if (error == null) {
            answeredNanos.set(System.nanoTime());
            if (silent.getAndSet(false)) {
                LOG.info("Heartbeats of {}: the broker takes them again", source);
            }
        } else if (!silent.getAndSet(true)) {
            LOG.warn("Heartbeats of {}: the broker takes none", source, error);
        }
    }

    /** How long ago the broker took a heartbeat in every partition; else since the start. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answeredNanos.get());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1_000);
    }

    /** Promises no more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
