package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.FeedReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A feed that is published by a thread of its own. */
public final class Publishing implements Sending {

    private static final long CLOSE_MILLIS = 2_000;

    private final FeedPublisher publisher;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "milepost-feed"));
    private final Future<FeedReport> report;
    private FeedReport sent;

    /** Starts to publish; the publisher is closed with this. */
    public Publishing(FeedPublisher publisher, Feed feed) {
        this.publisher = publisher;
        this.report = thread.submit(() -> publisher.publish(feed.events().iterator()));
        thread.shutdown();
    }

    @Override
    public FeedProgress progress() {
        return publisher.progress();
    }

    @Override
    public boolean await(Duration moment) throws IOException, InterruptedException {
        try {
            sent = report.get(moment.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(
                    "the events cannot be sent: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public FeedReport report() {
        return sent;
    }

    @Override
    public void heartbeatNow() {
        publisher.heartbeat(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    @Override
    public void close() {
        publisher.cancel();
        try {
            thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }
}
