package io.milepost.local.oracle;

import io.milepost.local.feed.Micros;
import java.util.Map;

/**
 * What is history: it is shown, and starts no clock.
 *
 * @param goLive from when on a company works with Milepost, by company, {@code *} for the others;
 *     microseconds
 * @param longestDelay what was told longer after it happened is history; microseconds
 */
record Beginnings(Map<String, Long> goLive, long longestDelay) {

    /** The job's own default for what is told too late. */
    static final Beginnings DEFAULT = new Beginnings(Map.of(), 400 * Micros.DAY);

    private static final String OTHERS = "*";

    /** Copies the map. */
    Beginnings {
        goLive = Map.copyOf(goLive);
    }

    boolean mayStartClocks(Reached fact, String company) {
        return isLive(fact.knownAt(), company)
                && fact.knownAt() - fact.occurredAt() <= longestDelay;
    }

    /** Whether the company was at work when something became known. */
    boolean isLive(long knownAt, String company) {
        Long others = goLive.getOrDefault(OTHERS, Long.MIN_VALUE);
        return knownAt >= goLive.getOrDefault(company, others);
    }
}
