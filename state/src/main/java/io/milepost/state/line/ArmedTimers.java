package io.milepost.state.line;

import io.milepost.state.Times;
import java.util.List;
import java.util.stream.Stream;

/**
 * The timers that are set for a line, in milliseconds of the clock, sorted. Normally it is one, for
 * the earliest deadline. A timer is never taken back: a deadline that moved away is found out when
 * the timer fires, which costs less than deleting and setting it anew with every event.
 *
 * @param millis when they fire
 */
public record ArmedTimers(List<Long> millis) {

    /** No timer is set. */
    public static final ArmedTimers NONE = new ArmedTimers(List.of());

    private static final long MICROS = 1000;

    /** Keeps its own copy. */
    public ArmedTimers {
        millis = List.copyOf(millis);
    }

    /** The millisecond at which a deadline has passed: rounded up, never down. */
    public static long roundUp(long micros) {
        return -Math.floorDiv(-micros, MICROS);
    }

    /**
     * The timer that has to be set for an instant, or {@link Times#NONE} when none is needed: there
     * is no such instant, or a timer that fires no later will look again anyway.
     */
    public long missingFor(long instant) {
        if (instant == Times.NONE) {
            return Times.NONE;
        }
        long needed = roundUp(instant);
        return !millis.isEmpty() && millis.get(0) <= needed ? Times.NONE : needed;
    }

    /** With one more timer. */
    public ArmedTimers with(long timer) {
        return new ArmedTimers(Stream.concat(millis.stream(), Stream.of(timer)).sorted().toList());
    }

    /** Without the timers that have fired by then. */
    public ArmedTimers firedUpTo(long timer) {
        return new ArmedTimers(millis.stream().filter(m -> m > timer).toList());
    }
}
