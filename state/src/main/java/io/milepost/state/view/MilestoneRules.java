package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.fact.AcknowledgementFact;

/** When each milestone is actually reached, one rule a milestone. */
final class MilestoneRules {

    private MilestoneRules() {}

    /** The milestone by everything that is known; {@code null} if it is not reached. */
    static Reached derive(MilestoneName name, Knowledge knowledge) {
        return switch (name) {
            case ORDERED -> knowledge.orderStory().ordered();
            case SENT,
                    RECEIPT_ACKNOWLEDGED,
                    SHIPPED,
                    PICKED_UP,
                    IN_TRANSIT,
                    ARRIVED,
                    CUSTOMS_CLEARED,
                    OUT_FOR_DELIVERY,
                    DELIVERED ->
                    knowledge.extreme(Slot.of(name));
            case ACKNOWLEDGED -> acknowledged(knowledge);
            case RECEIVED -> knowledge.deliveries().received().reached(knowledge.ordered());
            case INVOICED -> knowledge.billing().invoiced().reached(knowledge.ordered());
            case MATCHED -> Match.matched(knowledge);
            case PAID ->
                    knowledge.reached(MilestoneName.INVOICED) == null
                            ? null
                            : knowledge.billing().paidInFull();
            case CLOSED -> closed(knowledge);
            case CANCELLED -> knowledge.orderStory().cancelled();
            case UNKNOWN -> null;
        };
    }

    private static Reached acknowledged(Knowledge knowledge) {
        AcknowledgementFact oldest = knowledge.commitments().oldest();
        return oldest == null
                ? null
                : Reached.actual(MilestoneName.ACKNOWLEDGED, oldest, oldest.occurredAt());
    }

    /** Nothing is expected any more: cancelled, or all has come and the match is decided. */
    private static Reached closed(Knowledge knowledge) {
        Reached cancelled = knowledge.reached(MilestoneName.CANCELLED);
        if (cancelled != null) {
            return Reached.both(MilestoneName.CLOSED, cancelled, cancelled);
        }
        return Match.settled(MilestoneName.CLOSED, knowledge);
    }
}
