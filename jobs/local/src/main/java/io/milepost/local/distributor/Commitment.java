package io.milepost.local.distributor;

/**
 * What a supplier committed itself to, in the end. Times are microseconds since the start of the
 * story.
 *
 * @param promise when the line is promised in full
 * @param firstPart when a first part is promised; {@link Order#NEVER} when there are no parts
 * @param asPlanned whether it accepted the line as it was planned, in one part
 * @param lastKnown when its last word became known; before the story when it said nothing
 */
record Commitment(long promise, long firstPart, boolean asPlanned, long lastKnown) {

    /** Nothing was said, so the order's own date holds. */
    static Commitment none(Order order) {
        return new Commitment(order.plannedAt(), Order.NEVER, true, Long.MIN_VALUE);
    }

    boolean inParts() {
        return firstPart != Order.NEVER;
    }
}
