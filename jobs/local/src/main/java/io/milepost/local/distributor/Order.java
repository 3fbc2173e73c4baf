package io.milepost.local.distributor;

import io.milepost.local.feed.FeedKeys;

/**
 * The header of an order. Times are microseconds since the start of the story.
 *
 * @param id Odoo's id of the order
 * @param name number as people write it
 * @param vendor the supplier
 * @param terms for whom, and on which terms
 * @param orderedAt when it was written
 * @param draftFirst whether it was seen as a draft before it was confirmed
 * @param confirmedAt when it was confirmed
 * @param plannedAt when its lines are planned to arrive
 * @param acknowledgedAt when the supplier acknowledges it; {@link #NEVER} if not
 */
record Order(
        long id,
        String name,
        Vendor vendor,
        Terms terms,
        long orderedAt,
        boolean draftFirst,
        long confirmedAt,
        long plannedAt,
        long acknowledgedAt) {

    static final String INSTANCE = "demo";
    static final long NEVER = Long.MAX_VALUE;

    boolean isAcknowledged() {
        return acknowledgedAt != NEVER;
    }

    String key() {
        return FeedKeys.order(INSTANCE, terms.company(), name);
    }

    String lineKey(Item item) {
        return FeedKeys.line(INSTANCE, terms.company(), id, item.lineId());
    }
}
