package io.milepost.odoo.changes;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a reader reads.
 *
 * @param page how many changed rows are read at once
 * @param remembered how many records' values are remembered
 * @param sweepEvery how often is looked for deleted lines
 */
public record ReaderSettings(int page, int remembered, Duration sweepEvery)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Pages of 500, 20,000 records, a sweep every 15 minutes. */
    public static final ReaderSettings DEFAULT =
            new ReaderSettings(500, 20_000, Duration.ofMinutes(15));

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException if something is wrong; all of it is named
     */
    public ReaderSettings {
        List<String> problems = new ArrayList<>();
        if (page < 1 || page > 5000) {
            problems.add("odoo.changes.page: must be 1 to 5000 but was " + page);
        }
        if (remembered < 1) {
            problems.add("odoo.changes.remembered: must be > 0 but was " + remembered);
        }
        if (sweepEvery == null || sweepEvery.isNegative()) {
            problems.add("odoo.changes.sweep-every: must not be negative but was " + sweepEvery);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
