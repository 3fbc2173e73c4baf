package io.milepost.pipelines.milestones.line;

import io.milepost.state.Times;
import io.milepost.state.line.LineState;

/**
 * When lines have to look at rules that were published while they were remembered. All of them at
 * once would hold up everything else, so each does within the next minute of the clock, and rules
 * that are published together are looked at together.
 */
final class Recall {

    private static final long SECOND = 1_000_000;
    private static final long FIRST = 10 * SECOND;
    private static final int SPREAD = 50;

    private long rules;
    private boolean isKnown;
    private long from = Times.NONE;

    /**
     * Whether all lines have to be told of a time at which to look.
     *
     * @param fingerprint of the rules as they are now
     * @param clock the clock, microseconds; {@link Times#NONE} before the first heartbeat
     */
    boolean isDue(long fingerprint, long clock) {
        if (isKnown && rules == fingerprint) {
            return false;
        }
        rules = fingerprint;
        boolean isToldAlready = isKnown && clock < from;
        isKnown = true;
        if (!isToldAlready) {
            from = clock == Times.NONE ? 0 : clock + FIRST;
        }
        return !isToldAlready;
    }

    /**
     * When a line has to look again; {@link Times#NONE} if it need not.
     *
     * @param clock the clock, microseconds; {@link Times#NONE} before the first heartbeat
     */
    long instant(String key, LineState line, long clock) {
        boolean isPast = from == Times.NONE || clock >= from;
        return isPast || line.order() == null || line.tombstone() != null
                ? Times.NONE
                : from + Math.floorMod(key.hashCode(), SPREAD) * SECOND;
    }
}
