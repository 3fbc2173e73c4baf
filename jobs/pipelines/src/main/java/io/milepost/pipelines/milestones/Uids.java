package io.milepost.pipelines.milestones;

import java.util.List;

/**
 * Identities of the operators of the milestones job. State in savepoints is found by them: one that
 * changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** Offsets of the fact topics. */
    public static final String FACT_SOURCE = "milestones-fact-offsets";

    /** Offsets of the policy topic. */
    public static final String POLICY_SOURCE = "milestones-policy-offsets";

    /** Offsets of the topic of results. */
    public static final String RESULT_SOURCE = "milestones-result-offsets";

    /** Nothing; decodes results and finds their lines. */
    public static final String RESULT_ROUTE = "milestones-result-route";

    /** Nothing; lets only heartbeats advance the clock. */
    public static final String CLOCK = "milestones-clock";

    /** Nothing; decodes and finds the way. */
    public static final String ROUTE = "milestones-route";

    /** Lines of each order, and what waits for them. */
    public static final String ORDERS = "milestones-orders";

    /** What each reference is bound to, and which references belong together. */
    public static final String LINKS = "milestones-links";

    /** Lines of each shipment, and who asked for them. */
    public static final String SHIPMENTS = "milestones-shipments";

    /** What carriers said, and which lines were told. */
    public static final String CARRIERS = "milestones-carriers";

    /** Facts of each line, and what was told of it. */
    public static final String LINES = "milestones-lines";

    /** Last heartbeat of each feed, and how many lines wait for a deadline. */
    public static final String FEEDS = "milestones-feeds";

    /** Nothing; counts what the router did. */
    public static final String ROUTE_BOOKS = "milestones-route-books";

    /** Nothing; counts what the correlation by order did. */
    public static final String ORDER_BOOKS = "milestones-order-books";

    /** Nothing; counts what the correlation by shipment did, its three operators together. */
    public static final String SHIPMENT_BOOKS = "milestones-shipment-books";

    /** Nothing; counts what the lines did. */
    public static final String LINE_BOOKS = "milestones-line-books";

    /** Nothing; promises readers how far the outputs are complete. */
    public static final String OUTPUT_CLOCK = "milestones-output-clock";

    /** Open transactions. */
    public static final String OUTPUTS = "milestones-outputs";

    private static final List<String> ALL =
            List.of(
                    FACT_SOURCE,
                    POLICY_SOURCE,
                    RESULT_SOURCE,
                    RESULT_ROUTE,
                    CLOCK,
                    ROUTE,
                    ORDERS,
                    LINKS,
                    SHIPMENTS,
                    CARRIERS,
                    LINES,
                    FEEDS,
                    ROUTE_BOOKS,
                    ORDER_BOOKS,
                    SHIPMENT_BOOKS,
                    LINE_BOOKS,
                    OUTPUT_CLOCK,
                    OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
