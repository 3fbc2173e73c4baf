package io.milepost.pipelines.milestones.clock;

import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far each feed has promised, and how many lines wait for a deadline until when. From both
 * follows how many lines cannot be judged while a feed is silent: those whose deadline the other
 * feeds have passed already, and the clock has not.
 */
final class FeedBoard {

    private static final int LAYOUT = 1;

    /** Deadlines are counted by the minute, rounded up: what is shown to people needs no more. */
    private static final long BUCKET_MICROS = 60_000_000L;

    private final NavigableMap<String, Feed> feeds = new TreeMap<>();
    private final NavigableMap<Long, Long> waiting = new TreeMap<>();

    /** Makes sure that a feed is watched, even if it never says a word. */
    void expect(String feed) {
        feeds.putIfAbsent(feed, new Feed(Times.NONE, false));
    }

    /** Takes in a heartbeat; a lower promise than before changes nothing. */
    void promised(String feed, long promisedAt) {
        Feed known = feeds.getOrDefault(feed, new Feed(Times.NONE, false));
        feeds.put(feed, new Feed(Math.max(known.promisedAt(), promisedAt), known.silent()));
    }

    void mark(String feed, boolean silent) {
        feeds.put(feed, new Feed(promisedAt(feed), silent));
    }

    Collection<String> feeds() {
        return feeds.keySet();
    }

    long promisedAt(String feed) {
        return feeds.get(feed).promisedAt();
    }

    boolean isSilent(String feed) {
        return feeds.get(feed).silent();
    }

    /** Moves a line's deadline from one bucket to another. */
    void moveDeadline(long before, long after) {
        count(before, -1);
        count(after, 1);
    }

    /** The clock: the lowest promise of all feeds, {@link Times#NONE} until all have spoken. */
    long clock() {
        return feeds.values().stream().mapToLong(Feed::promisedAt).min().orElse(Times.NONE);
    }

    /** The highest promise of all feeds. */
    long newestPromise() {
        return feeds.values().stream().mapToLong(Feed::promisedAt).max().orElse(Times.NONE);
    }

    /** How many lines have a deadline after the clock and up to the given time. */
    long unknownLines(long until) {
        long clock = clock();
        if (until <= clock) {
            return 0;
        }
        return waiting.subMap(clock, false, until, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void count(long deadline, long by) {
        if (deadline != Times.NONE) {
            long bucket = -Math.floorDiv(-deadline, BUCKET_MICROS) * BUCKET_MICROS;
            waiting.merge(bucket, by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    void write(StateOutput out) {
        out.code(LAYOUT);
        out.number(feeds.size());
        for (Map.Entry<String, Feed> feed : feeds.entrySet()) {
            out.text(feed.getKey());
            out.number(feed.getValue().promisedAt());
            out.flag(feed.getValue().silent());
        }
        out.number(waiting.size());
        for (Map.Entry<Long, Long> bucket : waiting.entrySet()) {
            out.number(bucket.getKey());
            out.number(bucket.getValue());
        }
    }

    /** Adds what was written to what is here. */
    void read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "watch over feeds: expected layout " + LAYOUT + " but found " + layout);
        }
        for (int i = in.count(); i > 0; i--) {
            String feed = in.text();
            promised(feed, in.number());
            mark(feed, in.flag());
        }
        for (int i = in.count(); i > 0; i--) {
            waiting.merge(in.number(), in.number(), Long::sum);
        }
    }

    private record Feed(long promisedAt, boolean silent) {}
}
