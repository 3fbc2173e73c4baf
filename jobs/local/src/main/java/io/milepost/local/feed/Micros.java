package io.milepost.local.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the feed counts them: microseconds since the epoch, UTC. */
public final class Micros {

    /** One second. */
    public static final long SECOND = 1_000_000L;

    /** One minute. */
    public static final long MINUTE = 60 * SECOND;

    /** One hour. */
    public static final long HOUR = 60 * MINUTE;

    /** One day; days have 24 hours, because everything is UTC. */
    public static final long DAY = 24 * HOUR;

    private Micros() {}

    /** The instant of a time in microseconds since the epoch. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The time of an instant, in microseconds since the epoch; what is finer is cut off. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The 00:00 UTC of the day that the time lies in. */
    public static long startOfDay(long micros) {
        return Math.floorDiv(micros, DAY) * DAY;
    }
}
