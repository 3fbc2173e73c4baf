package io.milepost.local.oracle;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OdooRequests;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.Micros;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What Odoo must have been asked for because of what is on its way. */
final class ShippedAsking {

    private final Milestones milestones;
    private final LineFacts.Known known;
    private final Beginnings beginnings;
    private final OdooRequests wishes;

    ShippedAsking(Milestones milestones, Beginnings beginnings, OdooRequests wishes) {
        this.milestones = milestones;
        this.known = milestones.known();
        this.beginnings = beginnings;
        this.wishes = wishes;
    }

    Set<CommandKind> kinds() {
        Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
        List<Fact> notices = known.documents(ShipNotice.class);
        if (wishes.getTracking() && !notices.isEmpty()) {
            Fact newest = notices.get(notices.size() - 1);
            if (hasTracking(newest) && isLive(newest)) {
                kinds.add(CommandKind.SET_RECEIPT_TRACKING);
            }
        }
        if (wishes.getReceiptDate()
                && newestEstimate(notices).filter(this::isLive).isPresent()
                && wasEverAnotherDay()) {
            kinds.add(CommandKind.SET_RECEIPT_DATE);
        }
        return kinds;
    }

    /**
     * The kinds that need not have been asked for yet: a command about a receipt waits until Odoo
     * is known to have one that is open, and a date that it has already is not asked for.
     */
    Set<CommandKind> waiting() {
        OptionalLong planned = openReceipt();
        if (planned.isEmpty()) {
            return EnumSet.of(CommandKind.SET_RECEIPT_TRACKING, CommandKind.SET_RECEIPT_DATE);
        }
        boolean isThere =
                newestEstimate(known.documents(ShipNotice.class))
                        .filter(fact -> day(estimate(fact)) == planned.getAsLong())
                        .isPresent();
        return isThere
                ? EnumSet.of(CommandKind.SET_RECEIPT_DATE)
                : EnumSet.noneOf(CommandKind.class);
    }

    /** The day for which Odoo plans the first receipt that is still to come. */
    private OptionalLong openReceipt() {
        return known.current(OdooReceipt.class).stream()
                .map(fact -> (OdooReceipt) fact.event())
                .filter(
                        move ->
                                move.getState() == MoveState.PLANNED
                                        && move.getDirection() == MoveDirection.INBOUND
                                        && move.getPlannedAt() != null)
                .mapToLong(move -> day(move.getPlannedAt()))
                .min();
    }

    private boolean isLive(Fact fact) {
        return Commands.isLive(fact, milestones, beginnings);
    }

    /** The carrier's newest word, else that of a ship notice. */
    private Optional<Fact> newestEstimate(List<Fact> notices) {
        return newest(known.current(CarrierEvent.class)).or(() -> newest(notices));
    }

    private static Optional<Fact> newest(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> estimate(fact) != null)
                .max(Comparator.comparing(ShippedAsking::recordedAt).thenComparing(Fact::identity));
    }

    /** Also by a ship notice that was replaced: Odoo may have been asked for it meanwhile. */
    private boolean wasEverAnotherDay() {
        Instant planned = milestones.order().first().getPlannedAt();
        return Stream.concat(
                        known.current(CarrierEvent.class).stream(),
                        known.everySaying(ShipNotice.class).stream())
                .map(ShippedAsking::estimate)
                .anyMatch(it -> it != null && day(it) != day(planned));
    }

    private static long day(Instant time) {
        return Micros.startOfDay(Micros.of(time));
    }

    private static Instant estimate(Fact fact) {
        if (fact.event() instanceof CarrierEvent carrier) {
            boolean isItself =
                    carrier.getStatus() == CarrierStatus.DELIVERED
                            && carrier.getClassifier() == TimeClassifier.ESTIMATED;
            return isItself
                    ? carrier.getEnvelope().getOccurredAt()
                    : carrier.getEstimatedDeliveryAt();
        }
        return ((ShipNotice) ((SupplierEvent) fact.event()).getBody()).getEstimatedArrivalAt();
    }

    private static Instant recordedAt(Fact fact) {
        return FactReader.envelope(fact.event()).getRecordedAt();
    }

    private static boolean hasTracking(Fact notice) {
        return FactReader.envelope(notice.event()).getReferences().stream()
                .anyMatch(it -> it.getType() == ReferenceType.TRACKING_NUMBER);
    }
}
