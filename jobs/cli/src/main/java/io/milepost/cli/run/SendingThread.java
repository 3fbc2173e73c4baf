package io.milepost.cli.run;

import io.milepost.local.feed.FeedReport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that sends until it has sent everything. */
final class SendingThread {

    private static final long CLOSE_MILLIS = 2_000;

    private final ExecutorService thread;
    private final Future<FeedReport> report;
    private final String problem;
    private FeedReport sent;

    /**
     * Starts to send.
     *
     * @param name of the thread
     * @param problem what cannot be done when it fails, in words
     */
    SendingThread(String name, String problem, Callable<FeedReport> sending) {
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
        this.problem = problem;
        this.report = thread.submit(sending);
        thread.shutdown();
    }

    /**
     * Waits a moment.
     *
     * @return whether everything was sent
     * @throws IOException if it failed
     */
    boolean await(Duration moment) throws IOException, InterruptedException {
        try {
            sent = report.get(moment.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(problem + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** What was sent; {@code null} before all of it was. */
    FeedReport report() {
        return sent;
    }

    /** Interrupts what waits inside. */
    void interrupt() {
        thread.shutdownNow();
    }

    /** Waits for its end, but not for long. */
    void awaitEnd() {
        try {
            thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
