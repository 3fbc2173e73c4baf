package io.milepost.state.view;

import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.SchedulePart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was promised first and what is promised now. Both are kept apart, because a supplier that
 * moves its date is on time by its own word and late by the buyer's.
 */
public final class Promises {

    private static final long SECOND = 1_000_000;

    private Promises() {}

    /** The first date that anybody named for the line; {@link Times#NONE} if none is known. */
    public static long first(Knowledge knowledge) {
        long named = knowledge.commitments().firstDate();
        return named == Times.NONE ? knowledge.orderStory().firstPlannedAt() : named;
    }

    /**
     * The date by which the line is promised in full now: the last part that is acknowledged,
     * unless the buyer moved the line after it; {@link Times#NONE} if unknown.
     */
    public static long current(Knowledge knowledge) {
        OrderFact order = knowledge.order();
        long promised = latestDate(knowledge.acknowledgements());
        if (order == null || promised == Times.NONE) {
            return order == null ? promised : order.plannedAt();
        }
        return isMovedByBuyer(knowledge) ? order.plannedAt() : promised;
    }

    private static boolean isMovedByBuyer(Knowledge knowledge) {
        OrderStory story = knowledge.orderStory();
        return story.movedAt() > knowledge.acknowledgement().header().knownAt()
                && !isEcho(story.movedTo(), knowledge.acknowledgements());
    }

    /**
     * The parts that are promised before the line is complete, earliest first; none for a line that
     * is promised for one day, or that the buyer moved since.
     */
    public static List<ScheduleLine> schedule(Knowledge knowledge) {
        OrderFact order = knowledge.order();
        if (order == null || knowledge.acknowledgement() == null || isMovedByBuyer(knowledge)) {
            return List.of();
        }
        NavigableMap<Long, BigDecimal> parts = new TreeMap<>();
        for (AcknowledgementFact acknowledgement : knowledge.acknowledgements()) {
            for (SchedulePart part : acknowledgement.schedule()) {
                if (part.promisesDate()) {
                    parts.merge(part.promisedAt(), part.quantity(), BigDecimal::add);
                }
            }
        }
        List<ScheduleLine> schedule = new ArrayList<>();
        BigDecimal needed = BigDecimal.ZERO;
        while (parts.size() > 1) {
            Map.Entry<Long, BigDecimal> part = parts.pollFirstEntry();
            needed = needed.add(part.getValue());
            if (needed.signum() > 0 && needed.compareTo(order.quantity()) < 0) {
                schedule.add(new ScheduleLine(schedule.size() + 1, part.getKey(), needed));
            }
        }
        return schedule;
    }

    /** The earliest date of the acknowledgements that count; {@link Times#NONE} if none has one. */
    public static long earliest(Knowledge knowledge) {
        long earliest = Times.NONE;
        for (AcknowledgementFact acknowledgement : knowledge.acknowledgements()) {
            long date = earliestDate(acknowledgement);
            if (date != Times.NONE && (earliest == Times.NONE || date < earliest)) {
                earliest = date;
            }
        }
        return earliest;
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

    private static long latestDate(List<AcknowledgementFact> acknowledgements) {
        long latest = Times.NONE;
        for (AcknowledgementFact acknowledgement : acknowledgements) {
            for (SchedulePart part : acknowledgement.schedule()) {
                if (part.promisesDate()) {
                    latest = Math.max(latest, part.promisedAt());
                }
            }
        }
        return latest;
    }

    /**
     * Odoo repeating the supplier's own date, because we wrote it there, is no new statement. Odoo
     * keeps seconds.
     */
    private static boolean isEcho(long moved, List<AcknowledgementFact> acknowledgements) {
        return acknowledgements.stream()
                .flatMap(acknowledgement -> acknowledgement.schedule().stream())
                .anyMatch(
                        part ->
                                Math.floorDiv(part.promisedAt(), SECOND)
                                        == Math.floorDiv(moved, SECOND));
    }
}
