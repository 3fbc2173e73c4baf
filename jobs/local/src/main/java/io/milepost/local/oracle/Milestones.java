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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;

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
    private final Tally received = new Tally();
    private final Map<MilestoneName, Reached> reached = new EnumMap<>(MilestoneName.class);

    /**
     * @param matchTerms what matched means for the line, by all other milestones; {@code null}
     *     where no rule says it
     */
    Milestones(LineFacts.Known known, Function<Milestones, MatchTerms> matchTerms) {
        this.known = known;
        this.order = new OrderView(known);
        this.promises = new Promises(known, order);
        order.ordered().ifPresent(it -> reached.put(MilestoneName.ORDERED, it));
        technicalAcknowledgements();
        promises.acknowledgements().stream()
                .findFirst()
                .ifPresent(it -> put(MilestoneName.ACKNOWLEDGED, occurredAt(it), it));
        earliest(MilestoneName.SHIPPED, known.documents(ShipNotice.class), Milestones::shippedAt);
        carrierStatuses();
        order.cancelled().ifPresent(it -> reached.put(MilestoneName.CANCELLED, it));
        if (order.isKnown()) {
            receiptAndInvoice(matchTerms);
        }
    }

    Optional<Reached> at(MilestoneName milestone) {
        return Optional.ofNullable(reached.get(milestone));
    }

    Map<MilestoneName, Reached> reached() {
        return reached;
    }

    LineFacts.Known known() {
        return known;
    }

    OrderView order() {
        return order;
    }

    Promises promises() {
        return promises;
    }

    /** When a share of the ordered quantity was received: any quantity for 0 per cent. */
    Optional<Reached> receivedShare(BigDecimal percent) {
        return percent.signum() == 0
                ? received.begun()
                : received.completed(order.quantity().multiply(percent).movePointLeft(2));
    }

    /** When a quantity was received. */
    Optional<Reached> receivedQuantity(BigDecimal needed) {
        return received.completed(needed);
    }

    /** The status that a carrier reported last, by business time. */
    Optional<Reached> newestCarrierStatus() {
        return actualStatuses().stream()
                .max(Comparator.comparingLong(Milestones::occurredAt).thenComparing(Fact::identity))
                .map(it -> new Reached(occurredAt(it), it.identity(), it.knownAt()));
    }

    /** What is not yet received, at the order's price. */
    BigDecimal openValue() {
        if (reached.containsKey(MilestoneName.CLOSED)) {
            return BigDecimal.ZERO;
        }
        BigDecimal open = order.quantity().subtract(received.sum()).max(BigDecimal.ZERO);
        return open.multiply(order.newest().getUnitPrice());
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
        List<Fact> actual = actualStatuses();
        BY_STATUS.forEach(
                (status, milestone) ->
                        earliest(
                                milestone,
                                actual.stream()
                                        .filter(it -> carrier(it).getStatus() == status)
                                        .toList(),
                                Milestones::occurredAt));
    }

    private List<Fact> actualStatuses() {
        return known.current(CarrierEvent.class).stream()
                .filter(it -> carrier(it).getClassifier() == TimeClassifier.ACTUAL)
                .toList();
    }

    private void receiptAndInvoice(Function<Milestones, MatchTerms> matchTerms) {
        for (Fact fact : known.current(OdooReceipt.class)) {
            OdooReceipt move = (OdooReceipt) fact.event();
            if (isReceipt(move)) {
                long since = known.knownSince(fact, Milestones::saysTheSameOfTheGoods);
                received.add(
                        new Reached(occurredAt(fact), fact.identity(), since), move.getQuantity());
            }
        }
        Invoicing invoicing = new Invoicing(known);
        received.completed(order.quantity())
                .ifPresent(it -> reached.put(MilestoneName.RECEIVED, it));
        invoicing
                .completed(order.quantity())
                .ifPresent(it -> reached.put(MilestoneName.INVOICED, it));
        Matching matching = new Matching(matchTerms.apply(this));
        Optional<Reached> complete =
                matching.complete(at(MilestoneName.RECEIVED), at(MilestoneName.INVOICED));
        complete.filter(it -> matching.agree(order.newest(), received.sum(), invoicing))
                .ifPresent(it -> reached.put(MilestoneName.MATCHED, it));
        if (at(MilestoneName.INVOICED).isPresent()) {
            invoicing.paid().ifPresent(it -> reached.put(MilestoneName.PAID, it));
        }
        at(MilestoneName.CANCELLED)
                .or(() -> complete)
                .ifPresent(it -> reached.put(MilestoneName.CLOSED, it));
    }

    private static boolean isReceipt(OdooReceipt move) {
        return move.getState() == MoveState.DONE && move.getDirection() == MoveDirection.INBOUND;
    }

    private static boolean saysTheSameOfTheGoods(SpecificRecord one, SpecificRecord other) {
        OdooReceipt a = (OdooReceipt) one;
        OdooReceipt b = (OdooReceipt) other;
        return isReceipt(a) == isReceipt(b)
                && a.getEnvelope().getOccurredAt().equals(b.getEnvelope().getOccurredAt())
                && a.getQuantity().compareTo(b.getQuantity()) == 0;
    }

    private void earliest(MilestoneName milestone, List<Fact> facts, ToLongFunction<Fact> time) {
        facts.stream()
                .min(Comparator.comparingLong(time).thenComparing(Fact::identity))
                .ifPresent(it -> put(milestone, time.applyAsLong(it), it));
    }

    private void put(MilestoneName milestone, long occurredAt, Fact fact) {
        reached.put(milestone, new Reached(occurredAt, fact.identity(), fact.knownAt()));
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
