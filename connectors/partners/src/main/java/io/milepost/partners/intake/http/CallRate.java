package io.milepost.partners.intake.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often one partner may call: time is saved up to a minute, and each call costs its share. */
final class CallRate {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long cost;
    private final LongSupplier nanos;
    private long saved = MINUTE;
    private long savedAt;

    /**
     * @param perMinute calls a minute
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    CallRate(int perMinute, LongSupplier nanos) {
        cost = MINUTE / perMinute;
        this.nanos = nanos;
        savedAt = nanos.getAsLong();
    }

    /**
     * Takes one call.
     *
     * @return 0 if it may go on, else after how many seconds it may be tried again
     */
    synchronized int take() {
        long now = nanos.getAsLong();
        // The difference first: the clock may be anywhere, and overflow.
        saved = Math.min(MINUTE, saved + Math.min(MINUTE, now - savedAt));
        savedAt = now;
        if (saved >= cost) {
            saved -= cost;
            return 0;
        }
        return (int) ((cost - saved + SECOND - 1) / SECOND);
    }
}
