package io.milepost.local.odoo;

import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.fault.Gate;
import io.milepost.odoo.embedded.fault.Moment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets whoever asks a double how far it may be read wait for the answer while people work in it.
 * Otherwise a reader would see, at any moment of a working day, a transaction that has been open
 * since the morning, not wait for it, and tell what happened in pieces of its own choice. And it
 * reads at once when there is something to read, however rarely it asks.
 */
final class ReadersGate {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofNanos(200_000);

    private final EmbeddedOdoo odoo;
    private final AtomicInteger waiting = new AtomicInteger();
    private Gate gate;

    ReadersGate(EmbeddedOdoo odoo) {
        this.odoo = odoo;
    }

    /** From now on they wait. */
    void close() {
        if (gate == null) {
            waiting.set(0);
            gate =
                    odoo.faults()
                            .on(rpc -> isQuestion(rpc.operation()) && waiting.incrementAndGet() > 0)
                            .always()
                            .hold(Moment.BEFORE);
        }
    }

    private static boolean isQuestion(String operation) {
        return operation.equals("horizon");
    }

    /**
     * Returns when that many wait.
     *
     * @throws IllegalStateException if they do not come
     */
    void awaitClosed(int readers) throws InterruptedException {
        close();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (waiting.get() < readers) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "readers of Odoo: expected %d to ask for the horizon within %d s but %d did"
                                .formatted(readers, DEADLINE.toSeconds(), waiting.get()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** All are answered, and the next ones too. */
    void open() {
        if (gate != null) {
            odoo.faults().clear();
            gate.open();
            gate = null;
        }
    }
}
