package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Speed;
import io.milepost.local.odoo.CommandCounts;
import io.milepost.local.odoo.OdooPlay;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A story that is played round an Odoo by a thread of its own. */
final class Playing implements Sending {

    private static final long CLOSE_MILLIS = 2_000;

    private final OdooPlay play;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "milepost-story"));
    private final Future<FeedReport> report;
    private FeedReport sent;

    /** Starts to play; the play is closed with this. */
    Playing(OdooPlay play, Speed speed) {
        this.play = play;
        this.report = thread.submit(() -> play.play(speed));
        thread.shutdown();
    }

    /** The play. */
    OdooPlay play() {
        return play;
    }

    @Override
    public FeedProgress progress() {
        return play.progress();
    }

    @Override
    public CommandCounts odoo() {
        return play.counts();
    }

    @Override
    public boolean await(Duration moment) throws IOException, InterruptedException {
        try {
            sent = report.get(moment.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(
                    "the story cannot be played: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public FeedReport report() {
        return sent;
    }

    @Override
    public long endMicros(long planned) {
        return play.promisedMicros();
    }

    @Override
    public void heartbeatNow() {
        play.liveOn();
    }

    @Override
    public void close() throws IOException {
        play.cancel();
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        play.close();
    }
}
