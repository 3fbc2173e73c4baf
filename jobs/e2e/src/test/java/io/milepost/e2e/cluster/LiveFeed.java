package io.milepost.e2e.cluster;

import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A story that is told in the background, and waits at some places to be let go on. */
final class LiveFeed implements AutoCloseable {

    /** Simulated time between two heartbeats, microseconds. */
    static final long HEARTBEAT = 6 * Micros.HOUR;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FeedPublisher publisher;
    private final Semaphore permits = new Semaphore(0);
    private final Set<Integer> pauses;
    private final CompletableFuture<Void> done;

    /**
     * Starts to tell.
     *
     * @param took how long the story takes in real time, if it is never kept waiting
     * @param shares of the events, from 0 to 1, after which it waits
     */
    LiveFeed(ClusterRun run, DistributorSimulation story, Duration took, List<Double> shares) {
        int size = story.events().size();
        pauses = shares.stream().map(s -> (int) (s * size)).collect(Collectors.toSet());
        double micros = story.endMicros() - story.startMicros();
        Speed speed = new Speed(micros / 1e6 / took.toSeconds());
        publisher = run.publisher(speed, HEARTBEAT, story.endMicros());
        done = CompletableFuture.runAsync(() -> publish(story.events()));
    }

    private void publish(List<TimedEvent> events) {
        try {
            publisher.publish(withPauses(events));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the story was told", e);
        }
    }

    private Iterator<TimedEvent> withPauses(List<TimedEvent> events) {
        Iterator<TimedEvent> all = events.iterator();
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public TimedEvent next() {
                if (pauses.contains(given++)) {
                    awaitPermit();
                }
                return all.next();
            }
        };
    }

    private void awaitPermit() {
        try {
            if (!permits.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the story waited " + PATIENCE + " to be let go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of the story", e);
        }
    }

    /** Lets the story go on past its next pause. */
    void goOn() {
        permits.release();
    }

    /** Returns when all is told. */
    void finish() throws InterruptedException, ExecutionException, TimeoutException {
        done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        publisher.cancel();
        permits.release(pauses.size());
        publisher.close();
    }
}
