package io.milepost.cli.intake;

import io.milepost.cli.ExitCodes;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a service end in good order when its process is asked to, by Ctrl-C or kill: ends with exit
 * code 0 then, for being asked to end is how its work ends.
 */
final class GoodEnd {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private final Thread hook = new Thread(this::stop, "intake-stop");

    private GoodEnd() {}

    /** Watches from now on. */
    static GoodEnd watch() {
        GoodEnd end = new GoodEnd();
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    private void stop() {
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The code of a process that ends by a signal is the signal's, unless it is halted.
        Runtime.getRuntime().halt(ExitCodes.OK);
    }

    /** Waits until the process is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Says that everything is put away: the process ends if it was asked to. */
    void done() {
        done.countDown();
        if (asked.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endHasBegun) {
                // Asked just now, after the work was done: nothing is left to stop.
                asked.countDown();
            }
        }
    }
}
