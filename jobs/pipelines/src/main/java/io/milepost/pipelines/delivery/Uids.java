package io.milepost.pipelines.delivery;

import java.util.List;

/**
 * Identities of the operators of the job partner-delivery. State in savepoints is found by them:
 * one that changes orphans its state, so they are held by a golden test. Each says what its
 * operator remembers.
 */
public final class Uids {

    /** Offsets of the topic of orders. */
    public static final String ORDER_SOURCE = "partner-delivery-order-offsets";

    /** Offsets of the topics of documents and of what suppliers say. */
    public static final String QUEUE_SOURCE = "partner-delivery-queue-offsets";

    /** Offsets of the topic of profiles. */
    public static final String PROFILE_SOURCE = "partner-delivery-profile-offsets";

    /** Nothing; lets only heartbeats advance the clock. */
    public static final String CLOCK = "partner-delivery-clock";

    /** Nothing; decodes and finds the order. */
    public static final String ORDER_ROUTE = "partner-delivery-order-route";

    /** What the supplier of each order was told. */
    public static final String ORDERS = "partner-delivery-orders";

    /** Nothing; decodes and finds the partner. */
    public static final String QUEUE_ROUTE = "partner-delivery-queue-route";

    /** The queue of each partner. */
    public static final String SENDING = "partner-delivery-sending";

    /** What became of transactions whose interchange is not complete. */
    public static final String REPLIES = "partner-delivery-replies";

    /** Nothing; counts what became of what came in. */
    public static final String REPLY_BOOKS = "partner-delivery-reply-books";

    /** Last heartbeat of each feed. */
    public static final String FEEDS = "partner-delivery-feeds";

    /** Nothing; counts what the router of orders did. */
    public static final String ORDER_ROUTE_BOOKS = "partner-delivery-order-route-books";

    /** Nothing; counts what became of orders. */
    public static final String ORDER_BOOKS = "partner-delivery-order-books";

    /** Nothing; counts what the router of documents did. */
    public static final String QUEUE_ROUTE_BOOKS = "partner-delivery-queue-route-books";

    /** Nothing; counts what became of documents, acknowledgements and profiles. */
    public static final String SENDING_BOOKS = "partner-delivery-sending-books";

    /** Open transactions. */
    public static final String OUTPUTS = "partner-delivery-outputs";

    private static final List<String> ALL =
            List.of(
                    ORDER_SOURCE,
                    QUEUE_SOURCE,
                    PROFILE_SOURCE,
                    CLOCK,
                    ORDER_ROUTE,
                    ORDERS,
                    QUEUE_ROUTE,
                    SENDING,
                    REPLIES,
                    REPLY_BOOKS,
                    FEEDS,
                    ORDER_ROUTE_BOOKS,
                    ORDER_BOOKS,
                    QUEUE_ROUTE_BOOKS,
                    SENDING_BOOKS,
                    OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
