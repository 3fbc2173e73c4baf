package io.milepost.odoo.updates;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How commands are applied.
 *
 * @param batchSize the most commands in one call, 1 to 200
 * @param commandsPerSecond the most commands a second; 0 for no limit
 * @param firstPause the pause after the first failure
 * @param longestPause the longest pause between two tries
 * @param conflictTries how often a call is tried that Odoo gives up for conflicts in its database,
 *     or that it never answers, before it is made smaller; a single command that fails for
 *     conflicts so often once more is rejected. A server that cannot be reached is tried for ever.
 * @param merging whether commands for the same field of the same record are merged
 */
public record ApplierSettings(
        int batchSize,
        double commandsPerSecond,
        Duration firstPause,
        Duration longestPause,
        int conflictTries,
        boolean merging)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 200;

    /** 200 in a call, no limit of rate, pauses of 0.2 to 30 s, 5 tries, merged. */
    public static final ApplierSettings DEFAULT =
            new ApplierSettings(
                    LARGEST, 0, Duration.ofMillis(200), Duration.ofSeconds(30), 5, true);

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    public ApplierSettings {
        List<String> problems = new ArrayList<>();
        if (batchSize < 1 || batchSize > LARGEST) {
            problems.add("odoo.batch-size: must be 1 to " + LARGEST + " but was " + batchSize);
        }
        if (!(commandsPerSecond >= 0)) {
            problems.add("odoo.commands-per-second: must be >= 0 but was " + commandsPerSecond);
        }
        if (firstPause.isNegative() || firstPause.isZero()) {
            problems.add("odoo.first-pause: must be > 0 but was " + firstPause);
        }
        if (longestPause.compareTo(firstPause) < 0) {
            problems.add("odoo.longest-pause: must be >= odoo.first-pause but was " + longestPause);
        }
        if (conflictTries < 1) {
            problems.add("odoo.conflict-tries: must be > 0 but was " + conflictTries);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** With another size of batches. */
    public ApplierSettings batches(int size) {
        return new ApplierSettings(
                size, commandsPerSecond, firstPause, longestPause, conflictTries, merging);
    }

    /** With another rate. */
    public ApplierSettings rate(double perSecond) {
        return new ApplierSettings(
                batchSize, perSecond, firstPause, longestPause, conflictTries, merging);
    }

    /** Each command by itself. */
    public ApplierSettings unmerged() {
        return new ApplierSettings(
                batchSize, commandsPerSecond, firstPause, longestPause, conflictTries, false);
    }
}
