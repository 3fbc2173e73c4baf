package io.milepost.odoo.embedded.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds calls at a moment until a test lets them go on. */
public final class Gate {
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Waits until a call has come to the gate. */
    public void awaitReached() throws InterruptedException {
        if (!reached.await(AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("no call came to the gate within " + AT_MOST);
        }
    }

    /** Lets calls go on, for good. */
    public void open() {
        open.countDown();
    }

    void pass() {
        reached.countDown();
        await(open, AT_MOST);
    }

    /** Waits for nothing but time. */
    static void delay(Duration duration) {
        await(new CountDownLatch(1), duration);
    }

    private static void await(CountDownLatch latch, Duration atMost) {
        try {
            boolean ignored = latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
