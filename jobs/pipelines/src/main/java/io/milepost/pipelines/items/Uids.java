package io.milepost.pipelines.items;

import java.util.List;

/**
 * Identities of the operators of the job supplier-items. State in savepoints is found by them: one
 * that changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** Offsets of the topic of items. */
    public static final String ITEM_SOURCE = "supplier-items-item-offsets";

    /** Nothing; lets only heartbeats advance the clock. */
    public static final String CLOCK = "supplier-items-clock";

    /** Nothing; decodes and finds the item. */
    public static final String ROUTE = "supplier-items-route";

    /** Facts of each item, and what was told of it. */
    public static final String ITEMS = "supplier-items-items";

    /** Last heartbeat of each feed. */
    public static final String FEEDS = "supplier-items-feeds";

    /** Nothing; counts what the router did. */
    public static final String ROUTE_BOOKS = "supplier-items-route-books";

    /** Nothing; counts what the items did. */
    public static final String ITEM_BOOKS = "supplier-items-item-books";

    /** Open transactions. */
    public static final String OUTPUTS = "supplier-items-outputs";

    private static final List<String> ALL =
            List.of(ITEM_SOURCE, CLOCK, ROUTE, ITEMS, FEEDS, ROUTE_BOOKS, ITEM_BOOKS, OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
