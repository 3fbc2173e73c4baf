package io.milepost.bench.latency;

import io.milepost.local.feed.FeedPublisher;
import io.milepost.local.feed.TimedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The deadlines of lines that were ordered one after the other, passed at an even pace. */
final class Deadlines {

    private final List<TimedEvent> orders = new ArrayList<>();
    private final long allowance;
    private final Duration within;

    Deadlines(Iterator<TimedEvent> orders, long allowance, Duration within) {
        orders.forEachRemaining(this.orders::add);
        this.allowance = allowance;
        this.within = within;
    }

    int count() {
        return orders.size();
    }

    /**
     * Begins to send the heartbeats.
     *
     * @return when the heartbeat was sent that passed the deadline of a line, by {@link
     *     System#nanoTime}; filled as time goes by
     */
    Map<String, Long> pass(FeedPublisher publisher) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Iterator<TimedEvent> left = orders.iterator();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        pace.scheduleAtFixedRate(
                () -> {
                    if (!left.hasNext()) {
                        pace.shutdown();
                        return;
                    }
                    TimedEvent order = left.next();
                    sent.put(order.lineKey(), System.nanoTime());
                    // The clock of the job has milliseconds: one more lets it pass the deadline.
                    publisher.heartbeat(order.atMicros() + allowance + 1_000);
                },
                within.toMillis() / 4,
                Math.max(1, within.toMillis() / orders.size()),
                TimeUnit.MILLISECONDS);
        return sent;
    }
}
