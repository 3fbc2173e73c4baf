package io.milepost.odoo.changes.source;

import java.util.concurrent.TimeUnit;

/**
 * Lets another thread interrupt what goes on inside, a call that waits for its answer included, and
 * nothing that comes after it.
 */
final class Gate {

    private Thread inside;
    private boolean woken;
    private boolean hinted;

    /** Goes in, unless it was woken up since it was left. */
    synchronized boolean enter() {
        if (woken) {
            woken = false;
            return false;
        }
        inside = Thread.currentThread();
        return true;
    }

    /** Goes out; an interrupt that came too late is forgotten. */
    synchronized void leave() {
        inside = null;
        if (woken) {
            woken = false;
            // Clears it; whether there was one is nobody's concern.
            var unused = Thread.interrupted();
        }
    }

    /** Interrupts what goes on inside, or the next that would. */
    synchronized void wake() {
        woken = true;
        if (inside != null) {
            inside.interrupt();
        }
    }

    /** Ends a wait, or the next one; not what else goes on inside. */
    synchronized void hint() {
        hinted = true;
        notifyAll();
    }

    /**
     * Waits inside until a time of {@link System#nanoTime()} or until there is a hint.
     *
     * @return whether there was one
     */
    synchronized boolean awaitUntilOrHint(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime();
                left > 0 && !hinted;
                left = nanos - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        boolean was = hinted;
        hinted = false;
        return was;
    }

    /** Waits inside until a time of {@link System#nanoTime()}. */
    synchronized void awaitUntil(long nanos) throws InterruptedException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
