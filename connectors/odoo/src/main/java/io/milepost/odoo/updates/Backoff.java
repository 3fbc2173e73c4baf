package io.milepost.odoo.updates;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling, with jitter, up to a limit. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;

    Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
    }

    /**
     * Between half and the whole of the doubled time, and never less than the server asked for.
     *
     * @param failures how often it failed in a row, from 1
     * @param asked what the server asked for; zero if nothing
     */
    Duration after(int failures, Duration asked) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long whole = Math.min(doubled, most.toMillis());
        Duration own = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
        return own.compareTo(asked) < 0 ? asked : own;
    }
}
