package io.milepost.local.feed;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Holds the publishing thread back until a simulated time is due. Simulated time starts with the
 * first time that is waited for.
 */
final class Pacer {

    /** How long it parks at most before it looks again whether it was cancelled. */
    private static final long PARK_NANOS = 20_000_000L;

    private final Speed speed;
    private final LongSupplier nanoTime;
    private final AtomicBoolean cancelled;
    private boolean started;
    private long startNanos;
    private long startMicros;

    /**
     * @param nanoTime real time in nanoseconds, as {@link System#nanoTime()} gives it
     * @param cancelled ends every wait when set
     */
    Pacer(Speed speed, LongSupplier nanoTime, AtomicBoolean cancelled) {
        this.speed = speed;
        this.nanoTime = nanoTime;
        this.cancelled = cancelled;
    }

    /**
     * Waits until the simulated time is due.
     *
     * @return false when it was cancelled
     * @throws InterruptedException when the thread is interrupted
     */
    boolean await(long simulatedMicros) throws InterruptedException {
        if (!started) {
            started = true;
            startNanos = nanoTime.getAsLong();
            startMicros = simulatedMicros;
        }
        long dueNanos = startNanos + speed.realNanos(simulatedMicros - startMicros);
        while (!cancelled.get()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while publishing a feed");
            }
            long left = speed.isMax() ? 0 : dueNanos - nanoTime.getAsLong();
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(this, Math.min(left, PARK_NANOS));
        }
        return false;
    }
}
