package io.milepost.local.distributor;

import java.util.List;

/**
 * What a supplier committed itself to, in the end. Times are microseconds since the start of the
 * story.
 *
 * @param promise when the line is promised in full
 * @param parts which quantity is promised for which time; empty when all comes at once
 * @param asPlanned whether it accepted the line as it was planned, in one part
 * @param lastKnown when its last word became known; before the story when it said nothing
 */
record Commitment(long promise, List<Part> parts, boolean asPlanned, long lastKnown) {

    /** Nothing was said, so the order's own date holds. */
    static Commitment none(Order order) {
        return new Commitment(order.plannedAt(), List.of(), true, Long.MIN_VALUE);
    }

    /** Everything for one time. */
    static Commitment whole(long promise, boolean asPlanned, long lastKnown) {
        return new Commitment(promise, List.of(), asPlanned, lastKnown);
    }

    /** In parts for different times, the last of which completes it. */
    static Commitment inParts(List<Part> parts, long lastKnown) {
        return new Commitment(parts.get(parts.size() - 1).arrival(), parts, false, lastKnown);
    }

    boolean inParts() {
        return !parts.isEmpty();
    }

    /** The first date that anything is promised for, which is the one that Odoo takes over. */
    long firstDate() {
        return inParts() ? parts.get(0).arrival() : promise;
    }
}
