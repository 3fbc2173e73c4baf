package io.milepost.local.oracle;

import io.milepost.events.Acknowledgement;
import io.milepost.events.LineAnswer;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** What was promised for a line: first, and now. */
final class Promises {

    private static final Set<LineAnswer> PROMISING =
            EnumSet.of(
                    LineAnswer.ACCEPTED,
                    LineAnswer.CHANGED,
                    LineAnswer.SUBSTITUTED,
                    LineAnswer.BACKORDERED);

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

    /** The acknowledgement that holds now: the newest. */
    Optional<Fact> newestAcknowledgement() {
        return acknowledgements.isEmpty()
                ? Optional.empty()
                : Optional.of(acknowledgements.get(acknowledgements.size() - 1));
    }

    /**
     * The first promise: the earliest date of the first dated acknowledgement, else the order's.
     */
    long first() {
        for (Fact acknowledgement : acknowledgements) {
            OptionalLong date = dates(schedule(acknowledgement)).min();
            if (date.isPresent()) {
                return date.getAsLong();
            }
        }
        return Micros.of(order.first().getPlannedAt());
    }

    /**
     * The current promise for the line in full: the last date of the newest acknowledgement, unless
     * the buyer moved the order's date since it became known.
     */
    long current() {
        long planned = Micros.of(order.newest().getPlannedAt());
        Optional<Fact> newest = newestAcknowledgement();
        if (newest.isEmpty() || wasMovedAfter(newest.get())) {
            return planned;
        }
        return openDates(newest.get()).max().orElse(planned);
    }

    /** The dates that an acknowledgement promises quantities for. */
    static LongStream openDates(Fact acknowledgement) {
        return dates(
                schedule(acknowledgement).stream()
                        .filter(part -> PROMISING.contains(part.getAnswer()))
                        .toList());
    }

    static List<ScheduleLine> schedule(Fact acknowledgement) {
        SupplierEvent event = (SupplierEvent) acknowledgement.event();
        return ((Acknowledgement) event.getBody()).getSchedule();
    }

    private boolean wasMovedAfter(Fact acknowledgement) {
        OdooOrderLine newest = order.newest();
        boolean moved =
                order.previous()
                        .map(before -> !before.getPlannedAt().equals(newest.getPlannedAt()))
                        .orElse(false);
        return moved && order.newestFact().knownAt() > acknowledgement.knownAt();
    }

    private static LongStream dates(List<ScheduleLine> parts) {
        return parts.stream()
                .filter(part -> part.getPromisedAt() != null)
                .mapToLong(part -> Micros.of(part.getPromisedAt()));
    }
}
