package io.milepost.cli.run;

import io.milepost.local.feed.Speed;

/** How often a feed promises, in simulated time. */
public final class Heartbeats {

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** In real time four a second: the picture moves, and no feed is ever taken for silent. */
    private static final double REAL_SECONDS = 0.25;

    private Heartbeats() {}

    /** Microseconds of simulated time between two heartbeats: a day at most, a second at least. */
    public static long everyMicros(Speed speed) {
        if (speed.isMax()) {
            return DAY;
        }
        double micros = speed.factor() * REAL_SECONDS * SECOND;
        return Math.max(SECOND, Math.min(DAY, (long) micros));
    }
}
