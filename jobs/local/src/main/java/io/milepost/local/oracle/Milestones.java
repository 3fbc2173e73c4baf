package io.milepost.local.oracle;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooReceipt;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The milestones of a line that were actually reached, by what is known of it. */
final class Milestones {

    private static final Map<CarrierStatus, MilestoneName> BY_STATUS =
            Map.of(
                    CarrierStatus.PICKED_UP, MilestoneName.PICKED_UP,
                    CarrierStatus.IN_TRANSIT, MilestoneName.IN_TRANSIT,
                    CarrierStatus.ARRIVED, MilestoneName.ARRIVED,
                    CarrierStatus.CUSTOMS_CLEARED, MilestoneName.CUSTOMS_CLEARED,
                    CarrierStatus.OUT_FOR_DELIVERY, MilestoneName.OUT_FOR_DELIVERY,
                    CarrierStatus.DELIVERED, MilestoneName.DELIVERED);

    private final LineFacts.Known known;
    private final OrderView order;
    private final Promises promises;
    private final Map<MilestoneName, Reached> reached = new EnumMap<>(MilestoneName.class);

    Milestones(LineFacts.Known known) {
        this.known = known;
        this.order = new OrderView(known);
        this.promises = new Promises(known, order);
        order.ordered().ifPresent(it -> reached.put(MilestoneName.ORDERED, it));
        technicalAcknowledgements();
        promises.acknowledgements().stream()
                .findFirst()
                .ifPresent(it -> put(MilestoneName.ACKNOWLEDGED, occurredAt(it), it.identity()));
        earliest(MilestoneName.SHIPPED, known.documents(ShipNotice.class), Milestones::shippedAt);
        carrierStatuses();
        if (order.isKnown()) {
            receiptAndInvoice();
        }
        order.cancelled().ifPresent(it -> reached.put(MilestoneName.CANCELLED, it));
        closed();
    }

    Optional<Reached> at(MilestoneName milestone) {
        return Optional.ofNullable(reached.get(milestone));
    }

    Map<MilestoneName, Reached> reached() {
        return reached;
    }

    OrderView order() {
        return order;
    }

    Promises promises() {
        return promises;
    }

    private void technicalAcknowledgements() {
        List<Fact> all = known.documents(TechnicalAcknowledgement.class);
        earliest(MilestoneName.SENT, all, Milestones::occurredAt);
        Predicate<Fact> accepted =
                fact -> {
                    SupplierEvent event = (SupplierEvent) fact.event();
                    TechnicalOutcome outcome =
                            ((TechnicalAcknowledgement) event.getBody()).getOutcome();
                    return outcome == TechnicalOutcome.ACCEPTED
                            || outcome == TechnicalOutcome.ACCEPTED_WITH_ERRORS;
                };
        earliest(
                MilestoneName.RECEIPT_ACKNOWLEDGED,
                all.stream().filter(accepted).toList(),
                Milestones::occurredAt);
    }

    private void carrierStatuses() {
        List<Fact> actual =
                known.current(CarrierEvent.class).stream()
                        .filter(it -> carrier(it).getClassifier() == TimeClassifier.ACTUAL)
                        .toList();
        BY_STATUS.forEach(
                (status, milestone) ->
                        earliest(
                                milestone,
                                actual.stream()
                                        .filter(it -> carrier(it).getStatus() == status)
                                        .toList(),
                                Milestones::occurredAt));
    }

    private void receiptAndInvoice() {
        BigDecimal ordered = order.quantity();
        Tally received = new Tally();
        for (Fact fact : known.current(OdooReceipt.class)) {
            OdooReceipt move = (OdooReceipt) fact.event();
            if (move.getState() == MoveState.DONE && move.getDirection() == MoveDirection.INBOUND) {
                received.add(occurredAt(fact), fact.identity(), move.getQuantity());
            }
        }
        Invoicing invoicing = new Invoicing(known);
        Optional<Reached> receivedInFull = received.completed(ordered);
        Optional<Reached> invoicedInFull = invoicing.completed(ordered);
        receivedInFull.ifPresent(it -> reached.put(MilestoneName.RECEIVED, it));
        invoicedInFull.ifPresent(it -> reached.put(MilestoneName.INVOICED, it));
        if (receivedInFull.isPresent()
                && invoicedInFull.isPresent()
                && received.sum().compareTo(invoicing.quantity()) == 0
                && invoicing.pricesMatch(order.newest().getUnitPrice())) {
            put(MilestoneName.MATCHED, laterOfReceiptAndInvoice(), "match");
        }
        if (invoicedInFull.isPresent()) {
            invoicing.paidAt().ifPresent(it -> put(MilestoneName.PAID, it, "payment"));
        }
    }

    private void closed() {
        if (reached.containsKey(MilestoneName.CANCELLED)) {
            reached.put(MilestoneName.CLOSED, reached.get(MilestoneName.CANCELLED));
        } else if (reached.containsKey(MilestoneName.RECEIVED)
                && reached.containsKey(MilestoneName.INVOICED)) {
            put(MilestoneName.CLOSED, laterOfReceiptAndInvoice(), "closing");
        }
    }

    private long laterOfReceiptAndInvoice() {
        return Math.max(
                reached.get(MilestoneName.RECEIVED).occurredAt(),
                reached.get(MilestoneName.INVOICED).occurredAt());
    }

    private void earliest(MilestoneName milestone, List<Fact> facts, ToLongFunction<Fact> time) {
        facts.stream()
                .min(Comparator.comparingLong(time).thenComparing(Fact::identity))
                .ifPresent(it -> put(milestone, time.applyAsLong(it), it.identity()));
    }

    private void put(MilestoneName milestone, long occurredAt, String factId) {
        reached.put(milestone, new Reached(occurredAt, factId));
    }

    private static CarrierEvent carrier(Fact fact) {
        return (CarrierEvent) fact.event();
    }

    private static long occurredAt(Fact fact) {
        return Micros.of(FactReader.envelope(fact.event()).getOccurredAt());
    }

    private static long shippedAt(Fact fact) {
        ShipNotice notice = (ShipNotice) ((SupplierEvent) fact.event()).getBody();
        return Micros.of(notice.getShippedAt());
    }
}
