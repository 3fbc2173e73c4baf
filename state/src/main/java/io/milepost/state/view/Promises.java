package io.milepost.state.view;

import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.SchedulePart;
import java.util.List;

/**
 * What was promised first and what is promised now. Both are kept apart, because a supplier that
 * moves its date is on time by its own word and late by the buyer's.
 */
public final class Promises {

    private Promises() {}

    /** The first date that anybody named for the line; {@link Times#NONE} if none is known. */
    public static long first(Knowledge knowledge) {
        for (AcknowledgementFact acknowledgement : knowledge.acknowledgementHistory()) {
            long date = earliestDate(acknowledgement);
            if (date != Times.NONE) {
                return date;
            }
        }
        return knowledge.orderHistory().isEmpty()
                ? Times.NONE
                : knowledge.orderHistory().get(0).plannedAt();
    }

    /**
     * The date by which the line is promised in full now: the last part of the current
     * acknowledgement, unless the buyer moved the line after it; {@link Times#NONE} if unknown.
     */
    public static long current(Knowledge knowledge) {
        OrderFact order = knowledge.order();
        AcknowledgementFact acknowledgement = knowledge.acknowledgement();
        long promised = acknowledgement == null ? Times.NONE : latestDate(acknowledgement);
        if (order == null || promised == Times.NONE) {
            return order == null ? promised : order.plannedAt();
        }
        OrderFact moved = lastMove(knowledge.orderHistory());
        return moved != null
                        && moved.header().knownAt() > acknowledgement.header().knownAt()
                        && !isEcho(moved, acknowledgement)
                ? order.plannedAt()
                : promised;
    }

    /** The earliest promised date of an acknowledgement; {@link Times#NONE} if it has none. */
    public static long earliestDate(AcknowledgementFact acknowledgement) {
        long earliest = Times.NONE;
        for (SchedulePart part : acknowledgement.schedule()) {
            if (part.promisesDate() && (earliest == Times.NONE || part.promisedAt() < earliest)) {
                earliest = part.promisedAt();
            }
        }
        return earliest;
    }

    private static long latestDate(AcknowledgementFact acknowledgement) {
        long latest = Times.NONE;
        for (SchedulePart part : acknowledgement.schedule()) {
            if (part.promisesDate()) {
                latest = Math.max(latest, part.promisedAt());
            }
        }
        return latest;
    }

    /** The newest version of the order that moved the planned date; {@code null} if none did. */
    private static OrderFact lastMove(List<OrderFact> versions) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (versions.get(i).plannedAt() != versions.get(i - 1).plannedAt()) {
                return versions.get(i);
            }
        }
        return null;
    }

    /** Odoo repeating the supplier's own date, because we wrote it there, is no new statement. */
    private static boolean isEcho(OrderFact moved, AcknowledgementFact acknowledgement) {
        return acknowledgement.schedule().stream()
                .anyMatch(part -> part.promisedAt() == moved.plannedAt());
    }
}
