package io.milepost.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of this process, by Ctrl-C or kill, into an interrupt of the thread that works, and
 * holds the end back until that thread has put everything away.
 */
public final class StopSignal implements AutoCloseable {

    /** Then the process ends in any case; children notice the death of their parent. */
    private static final long PATIENCE_MILLIS = 9_700;

    private final Thread worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    private StopSignal(Thread worker, Runnable onStop) {
        this.worker = worker;
        this.hook = new Thread(() -> stop(onStop), "milepost-stop");
    }

    /**
     * Watches until it is closed; closing says that everything is put away.
     *
     * @param onStop is called first, to tell people
     */
    public static StopSignal forThisThread(Runnable onStop) {
        StopSignal signal = new StopSignal(Thread.currentThread(), onStop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Whether the process was asked to end. */
    public boolean isAsked() {
        return asked;
    }

    private void stop(Runnable onStop) {
        asked = true;
        onStop.run();
        worker.interrupt();
        try {
            done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endHasBegun) {
                // Asked just now, after the work was done: nothing is left to stop.
                asked = true;
            }
        }
    }
}
