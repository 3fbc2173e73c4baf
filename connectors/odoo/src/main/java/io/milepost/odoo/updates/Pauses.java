package io.milepost.odoo.updates;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time that passes while commands are applied; tests give their own. */
public interface Pauses {

    /** Nanoseconds since any fixed moment. */
    long nanoTime();

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    void pause(Duration duration) throws InterruptedException;

    /** The machine's time. */
    static Pauses real() {
        return new Pauses() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                long end = System.nanoTime() + duration.toNanos();
                for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(this, left);
                    if (Thread.interrupted()) {
                        throw new InterruptedException("interrupted while waiting for Odoo");
                    }
                }
            }
        };
    }
}
