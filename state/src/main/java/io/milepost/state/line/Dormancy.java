package io.milepost.state.line;

import io.milepost.state.Times;
import java.time.Duration;

/**
 * An open line of which nothing was heard for 400 days: it is kept, and somebody is told.
 *
 * @param lastKnownAt when its last fact became known, microseconds; {@link Times#NONE} if it cannot
 *     become dormant
 */
record Dormancy(long lastKnownAt) {

    private static final long AFTER = Duration.ofDays(400).toNanos() / 1000;

    static Dormancy of(boolean isPossible, long lastKnownAt) {
        return new Dormancy(isPossible ? lastKnownAt : Times.NONE);
    }

    /** When it is to be reported; {@link Times#NONE} if never. */
    long at() {
        return lastKnownAt == Times.NONE ? Times.NONE : lastKnownAt + AFTER;
    }

    boolean isReported(long clock) {
        return lastKnownAt != Times.NONE && at() <= clock;
    }

    /** The next instant at which something is due, this included. */
    long earliest(long next, long clock) {
        if (lastKnownAt == Times.NONE || isReported(clock)) {
            return next;
        }
        return next == Times.NONE ? at() : Math.min(next, at());
    }
}
