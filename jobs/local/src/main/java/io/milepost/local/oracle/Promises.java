package io.milepost.local.oracle;

import io.milepost.events.Acknowledgement;
import io.milepost.events.LineAnswer;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.events.WholeAnswer;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What was promised for a line: first, and now. */
final class Promises {

    private static final Set<LineAnswer> PROMISING =
            EnumSet.of(
                    LineAnswer.ACCEPTED,
                    LineAnswer.CHANGED,
                    LineAnswer.SUBSTITUTED,
                    LineAnswer.BACKORDERED);

    /**
     * A part of a line that is promised earlier than the whole.
     *
     * @param number from 1, by date
     * @param promisedAt when, microseconds
     * @param needed how much must be there by then, what is promised earlier included
     */
    record EarlierPart(int number, long promisedAt, BigDecimal needed) {}

    private final OrderView order;
    private final List<Fact> acknowledgements;
    private final List<Fact> everyAcknowledgement;

    Promises(LineFacts.Known known, OrderView order) {
        this.order = order;
        this.acknowledgements = known.documents(Acknowledgement.class);
        this.everyAcknowledgement = known.everySaying(Acknowledgement.class);
    }

    /** Every acknowledgement that counts, oldest first. */
    List<Fact> acknowledgements() {
        return acknowledgements;
    }

    /** Every acknowledgement that was ever given, also one that was replaced or taken back. */
    List<Fact> everyAcknowledgement() {
        return everyAcknowledgement;
    }

    /** The newest acknowledgement that counts. */
    Optional<Fact> newestAcknowledgement() {
        return acknowledgements.isEmpty()
                ? Optional.empty()
                : Optional.of(acknowledgements.get(acknowledgements.size() - 1));
    }

    /**
     * The parts that the line is confirmed in now: those of the newest acknowledgement that stands
     * by itself, and of all after it that add to it.
     */
    List<ScheduleLine> parts() {
        List<ScheduleLine> parts = new ArrayList<>();
        for (Fact acknowledgement : acknowledgements) {
            if (!body(acknowledgement).getAdds()) {
                parts.clear();
            }
            parts.addAll(schedule(acknowledgement));
        }
        return parts;
    }

    /** The acknowledgements whose parts count now, oldest first. */
    List<Fact> counting() {
        List<Fact> counting = new ArrayList<>();
        for (Fact acknowledgement : acknowledgements) {
            if (!body(acknowledgement).getAdds()) {
                counting.clear();
            }
            counting.add(acknowledgement);
        }
        return counting;
    }

    /**
     * The first promise: the earliest date of the first dated acknowledgement, else the order's.
     * That of a document that was replaced or taken back later was given all the same.
     */
    long first() {
        List<Fact> given =
                everyAcknowledgement.stream()
                        .sorted(Comparator.comparing(Fact::version).thenComparing(Fact::identity))
                        .toList();
        for (Fact acknowledgement : given) {
            OptionalLong date = dates(schedule(acknowledgement)).min();
            if (date.isPresent()) {
                return date.getAsLong();
            }
        }
        return Micros.of(order.first().getPlannedAt());
    }

    /**
     * The current promise for the line in full: the last date of what is confirmed now, unless the
     * buyer moved the order's date since it became known.
     */
    long current() {
        return hasSuppliersWord()
                ? openDates(parts()).max().orElseThrow()
                : Micros.of(order.newest().getPlannedAt());
    }

    /** The parts that the supplier promised for an earlier date than the line in full. */
    List<EarlierPart> earlierParts() {
        List<EarlierPart> earlier = new ArrayList<>();
        if (!hasSuppliersWord()) {
            return earlier;
        }
        SortedMap<Long, BigDecimal> byDate = new TreeMap<>();
        parts().stream()
                .filter(Promises::isDatedPromise)
                .forEach(
                        part ->
                                byDate.merge(
                                        Micros.of(part.getPromisedAt()),
                                        part.getQuantity(),
                                        BigDecimal::add));
        BigDecimal needed = BigDecimal.ZERO;
        int number = 0;
        for (Map.Entry<Long, BigDecimal> date : byDate.headMap(byDate.lastKey()).entrySet()) {
            number++;
            needed = needed.add(date.getValue());
            if (needed.compareTo(order.quantity()) < 0) {
                earlier.add(new EarlierPart(number, date.getKey(), needed));
            }
        }
        return earlier;
    }

    /** The parts that promise a quantity for a date. */
    static List<ScheduleLine> promisedParts(List<ScheduleLine> parts) {
        return parts.stream().filter(Promises::isDatedPromise).toList();
    }

    /** Whether the supplier told its own number of the order. */
    static boolean hasVendorReference(Fact acknowledgement) {
        return body(acknowledgement).getVendorReference() != null;
    }

    /** The dates that quantities are promised for. */
    static LongStream openDates(List<ScheduleLine> parts) {
        return dates(parts.stream().filter(Promises::isDatedPromise).toList());
    }

    /** The parts of an acknowledgement; where it gives none, all that was ordered then. */
    List<ScheduleLine> schedule(Fact acknowledgement) {
        WholeAnswer whole = body(acknowledgement).getWhole();
        if (whole == null) {
            return body(acknowledgement).getSchedule();
        }
        OdooOrderLine then = order.asKnownAt(acknowledgement.knownAt());
        return List.of(
                new ScheduleLine(
                        1,
                        whole.getAnswer(),
                        then.getQuantity(),
                        then.getUnit(),
                        whole.getPromisedAt(),
                        null));
    }

    /** Whether the current promise is the supplier's own. */
    private boolean hasSuppliersWord() {
        List<ScheduleLine> parts = parts();
        return openDates(parts).findAny().isPresent() && !wasMovedAfter(parts);
    }

    /** Odoo writes a date that the supplier gave as well: that is no word of the buyer's own. */
    private boolean wasMovedAfter(List<ScheduleLine> parts) {
        long planned = Micros.of(order.newest().getPlannedAt());
        return order.lastMove()
                .filter(move -> move.knownAt() > newestAcknowledgement().orElseThrow().knownAt())
                .filter(move -> openDates(parts).noneMatch(date -> date == planned))
                .isPresent();
    }

    private static boolean isDatedPromise(ScheduleLine part) {
        return PROMISING.contains(part.getAnswer()) && part.getPromisedAt() != null;
    }

    private static Acknowledgement body(Fact acknowledgement) {
        return (Acknowledgement) ((SupplierEvent) acknowledgement.event()).getBody();
    }

    private static LongStream dates(List<ScheduleLine> parts) {
        return parts.stream()
                .filter(part -> part.getPromisedAt() != null)
                .mapToLong(part -> Micros.of(part.getPromisedAt()));
    }
}
