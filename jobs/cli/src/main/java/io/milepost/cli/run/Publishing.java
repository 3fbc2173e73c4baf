package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.FeedReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A feed that is published by a thread of its own. */
public final class Publishing implements Sending {

    private final FeedPublisher publisher;
    private final SendingThread thread;

    /** Starts to publish; the publisher is closed with this. */
    public Publishing(FeedPublisher publisher, Feed feed) {
        this.publisher = publisher;
        this.thread =
                new SendingThread(
                        "milepost-feed",
                        "the events cannot be sent",
                        () -> publisher.publish(feed.events().iterator()));
    }

    @Override
    public FeedProgress progress() {
        return publisher.progress();
    }

    @Override
    public boolean await(Duration moment) throws IOException, InterruptedException {
        return thread.await(moment);
    }

    @Override
    public FeedReport report() {
        return thread.report();
    }

    @Override
    public void heartbeatNow() {
        publisher.heartbeat(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    @Override
    public void close() {
        publisher.cancel();
        thread.awaitEnd();
        publisher.close();
    }
}
