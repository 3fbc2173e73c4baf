package io.milepost.partners.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Appends that are under way: only so many at a time, and all of them in the end. */
final class PendingAppends {

    private final ArrayDeque<CompletableFuture<Void>> pending = new ArrayDeque<>();
    private final int atOnce;
    private final Duration patience;

    /**
     * @param atOnce how many may be under way
     * @param patience how long each may take
     */
    PendingAppends(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /** Notes one more; waits for the oldest if there are too many. */
    void add(CompletableFuture<Void> append) throws IOException, InterruptedException {
        pending.add(append);
        if (pending.size() > atOnce) {
            await(pending.remove());
        }
    }

    /**
     * Waits for all.
     *
     * @throws IOException if one of them did not succeed
     */
    void finish() throws IOException, InterruptedException {
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
    }

    private void await(CompletableFuture<Void> append) throws IOException, InterruptedException {
        try {
            append.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotKeptException("Kafka did not take a piece", e.getCause());
        } catch (TimeoutException e) {
            throw new NotKeptException("Kafka did not take a piece within " + patience, e);
        }
    }
}
