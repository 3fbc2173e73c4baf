package io.milepost.cli.run;

import io.milepost.local.feed.FeedProgress;
import io.milepost.local.feed.FeedReport;
import io.milepost.local.odoo.CommandCounts;
import java.io.IOException;
import java.time.Duration;

/** What makes a run move, on a thread of its own. */
interface Sending extends AutoCloseable {

    /** Events sent until now, and simulated time. */
    FeedProgress progress();

    /** What became of commands in Odoo until now; {@code null} where there is no Odoo. */
    default CommandCounts odoo() {
        return null;
    }

    /**
     * Waits for the end, but not longer than a moment.
     *
     * @return whether everything is sent
     * @throws IOException if it cannot be sent
     */
    boolean await(Duration moment) throws IOException, InterruptedException;

    /** What was sent; {@code null} until {@link #await} has seen the end. */
    FeedReport report();

    /**
     * Up to where the outputs have to be complete once everything is sent, microseconds.
     *
     * @param planned the end as it was planned
     */
    default long endMicros(long planned) {
        return planned;
    }

    /** Promises, after the end, that nothing known before now follows. */
    void heartbeatNow();

    @Override
    void close() throws IOException;
}
