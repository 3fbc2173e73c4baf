package io.milepost.odoo.changes.source;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long is waited when there was nothing to read: the interval, and after a hint less. A hint
 * comes before the commit that it is about, so it is followed by several looks, each after twice
 * the time of the one before, until the interval is reached. Safe for several threads.
 */
final class Pace {

    /** The first look after a hint; many hints within it are one. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final long interval;
    private final LongSupplier nanos;
    private boolean hinted;
    private long hintedAt;

    Pace(Duration interval, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.nanos = nanos;
    }

    synchronized void hint() {
        if (!hinted || nanos.getAsLong() - hintedAt >= FIRST_LOOK.toNanos()) {
            hinted = true;
            hintedAt = nanos.getAsLong();
        }
    }

    /** How long from now, in nanoseconds. */
    synchronized long pause() {
        if (!hinted) {
            return interval;
        }
        long since = nanos.getAsLong() - hintedAt;
        long pause = Math.max(FIRST_LOOK.toNanos(), since);
        if (pause >= interval) {
            hinted = false;
            return interval;
        }
        return pause;
    }
}
