package io.milepost.local.views;

import io.milepost.events.MilestoneName;
import java.util.Map;

/**
 * Counts of final views and episodes, never of records.
 *
 * @param lines purchase-order lines
 * @param linesByMilestone lines by the furthest milestone that they have reached
 * @param milestonesReached pairs of line and milestone that are actually reached
 * @param alertsRaised episodes of breaches that exist
 * @param alertsOpen those that are open
 * @param alertsCleared those that came to an end, late
 * @param alertsRetracted those that had been in time
 * @param odooCommands pairs of line and kind of command that Odoo should be asked for, by all that
 *     is known
 * @param deadLetters rejected records
 * @param linesReceived lines that are received in full
 * @param linesNeverAlerted lines without an episode
 * @param linesClosed lines that are closed or cancelled
 * @param silentFeeds feeds that are silent now
 * @param warnings episodes of warnings that exist
 * @param clockMicros how far the outputs are complete; lowest possible before the first heartbeat
 * @param recordsRead records of the output topics, heartbeats included
 */
public record ViewCounts(
        long lines,
        Map<MilestoneName, Long> linesByMilestone,
        long milestonesReached,
        long alertsRaised,
        long alertsOpen,
        long alertsCleared,
        long alertsRetracted,
        long odooCommands,
        long deadLetters,
        long linesReceived,
        long linesNeverAlerted,
        long linesClosed,
        long silentFeeds,
        long warnings,
        long clockMicros,
        long recordsRead) {

    /** Keeps its own copy. */
    public ViewCounts {
        linesByMilestone = Map.copyOf(linesByMilestone);
    }
}
