package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.feed.Speed;
import io.milepost.local.odoo.CommandCounts;
import io.milepost.local.odoo.OdooPlay;
import java.io.IOException;
import java.time.Duration;

/** A story that is played round an Odoo by a thread of its own. */
final class Playing implements Sending {

    private final OdooPlay play;
    private final SendingThread thread;

    /** Starts to play; the play is closed with this. */
    Playing(OdooPlay play, Speed speed) {
        this.play = play;
        this.thread =
                new SendingThread(
                        "milepost-story", "the story cannot be played", () -> play.play(speed));
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
        return thread.await(moment);
    }

    @Override
    public FeedReport report() {
        return thread.report();
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
        thread.interrupt();
        thread.awaitEnd();
        play.close();
    }
}
