package io.milepost.pipelines.runs;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * One run of a job in this JVM: what its feeds give, what came out of it. Operators travel
 * serialized, so source and sink find the run by its number.
 */
final class Run {

    private static final Map<Integer, Run> RUNS = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private final Map<String, List<InboundRecord>> script = new LinkedHashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final List<OutboundRecord> written = new ArrayList<>();
    private Throwable failure;

    private Run(List<InboundRecord> records) {
        for (InboundRecord record : records) {
            script.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(record);
        }
        unread.addAll(script.keySet());
    }

    /** A new run over records, each topic of which is a feed. */
    static Run over(List<InboundRecord> records) {
        Run run = new Run(records);
        RUNS.put(run.number, run);
        return run;
    }

    static Run numbered(int number) {
        return RUNS.get(number);
    }

    int number() {
        return number;
    }

    /** A clock of a stream that does not hold it; the run waits for what it promises. */
    synchronized ToldPromise unclocked(String topic) {
        String promise = "the promise of " + topic;
        unread.add(promise);
        return new ToldPromise(number, promise);
    }

    /** What the feed of a topic gives. */
    List<InboundRecord> feed(String topic) {
        return script.getOrDefault(topic, List.of());
    }

    /** A feed was read to its end. */
    synchronized void read(String topic) {
        unread.remove(topic);
        notifyAll();
    }

    synchronized void write(OutboundRecord record) {
        written.add(record);
        notifyAll();
    }

    synchronized void fail(Throwable cause) {
        failure = cause;
        notifyAll();
    }

    synchronized List<OutboundRecord> written() {
        return List.copyOf(written);
    }

    /** Waits until every feed was read to its end. */
    synchronized void awaitAllRead(Duration limit) throws InterruptedException {
        await("the end of every feed", limit, run -> run.unread.isEmpty());
    }

    /** Waits until what was written is as wanted. */
    synchronized void awaitWritten(
            String what, Duration limit, Predicate<List<OutboundRecord>> wanted)
            throws InterruptedException {
        await(what, limit, run -> wanted.test(run.written));
    }

    private void await(String what, Duration limit, Predicate<Run> condition)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.test(this)) {
            long left = end - System.nanoTime();
            if (failure != null) {
                throw new AssertionError("the job failed: " + failure, failure);
            }
            if (left <= 0) {
                throw new AssertionError(
                        "expected "
                                + what
                                + " within "
                                + limit.toSeconds()
                                + " s but these feeds were not read: "
                                + unread
                                + ", and "
                                + written.size()
                                + " records were written");
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
