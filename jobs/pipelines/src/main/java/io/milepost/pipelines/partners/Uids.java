package io.milepost.pipelines.partners;

import java.util.List;

/**
 * Identities of the operators of the job partner-intake. State in savepoints is found by them: one
 * that changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** Offsets of the topic of what partners sent. */
    public static final String INBOUND_SOURCE = "partner-intake-inbound-offsets";

    /** Offsets of the topic of profiles. */
    public static final String PROFILE_SOURCE = "partner-intake-profile-offsets";

    /** Nothing; lets only heartbeats advance the clock. */
    public static final String CLOCK = "partner-intake-clock";

    /** Nothing; decodes and finds the interchange. */
    public static final String ROUTE = "partner-intake-route";

    /** Which transactions of each interchange were mapped. */
    public static final String MAPPING = "partner-intake-mapping";

    /** Last heartbeat of each feed. */
    public static final String FEEDS = "partner-intake-feeds";

    /** Nothing; counts what the router did. */
    public static final String ROUTE_BOOKS = "partner-intake-route-books";

    /** Nothing; counts what became of transactions and profiles. */
    public static final String MAPPING_BOOKS = "partner-intake-mapping-books";

    /** Nothing; promises by the job's clock. */
    public static final String OUTPUT_CLOCK = "partner-intake-output-clock";

    /** Open transactions. */
    public static final String OUTPUTS = "partner-intake-outputs";

    private static final List<String> ALL =
            List.of(
                    INBOUND_SOURCE,
                    PROFILE_SOURCE,
                    CLOCK,
                    ROUTE,
                    MAPPING,
                    FEEDS,
                    ROUTE_BOOKS,
                    MAPPING_BOOKS,
                    OUTPUT_CLOCK,
                    OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
