package io.milepost.pipelines.milestones.clock;

import io.milepost.state.Times;

/**
 * What the watch over the feeds is told: a feed gave a heartbeat, or the next deadline of a line
 * moved.
 *
 * @param feed topic/partition of a heartbeat; {@code null} when a deadline moved
 * @param promisedAt the heartbeat's promise; {@link Times#NONE} when a deadline moved
 * @param deadlineBefore the deadline that a line waited for; {@link Times#NONE} if none
 * @param deadlineAfter the deadline that it waits for now; {@link Times#NONE} if none
 */
public record FeedSignal(String feed, long promisedAt, long deadlineBefore, long deadlineAfter) {

    /** A feed gave a heartbeat. */
    public static FeedSignal heartbeat(String feed, long promisedAt) {
        return new FeedSignal(feed, promisedAt, Times.NONE, Times.NONE);
    }

    /** The next deadline of a line moved. */
    public static FeedSignal deadline(long before, long after) {
        return new FeedSignal(null, Times.NONE, before, after);
    }

    /** Whether this is a heartbeat. */
    public boolean isHeartbeat() {
        return feed != null;
    }
}
