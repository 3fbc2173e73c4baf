package io.milepost.state.view;

import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** When each milestone is actually reached, one rule a milestone. */
final class MilestoneRules {

    private static final Map<MilestoneName, CarrierStatus> CARRIER =
            Map.of(
                    MilestoneName.PICKED_UP, CarrierStatus.PICKED_UP,
                    MilestoneName.IN_TRANSIT, CarrierStatus.IN_TRANSIT,
                    MilestoneName.ARRIVED, CarrierStatus.ARRIVED,
                    MilestoneName.CUSTOMS_CLEARED, CarrierStatus.CUSTOMS_CLEARED,
                    MilestoneName.OUT_FOR_DELIVERY, CarrierStatus.OUT_FOR_DELIVERY,
                    MilestoneName.DELIVERED, CarrierStatus.DELIVERED);

    private MilestoneRules() {}

    /** The milestone by everything that is known; {@code null} if it is not reached. */
    static Reached derive(MilestoneName name, Knowledge knowledge) {
        return switch (name) {
            case ORDERED -> ordered(knowledge);
            case SENT -> earliest(name, knowledge.technicals(), t -> true, Fact::occurredAt);
            case RECEIPT_ACKNOWLEDGED ->
                    earliest(
                            name,
                            knowledge.technicals(),
                            TechnicalFact::accepted,
                            Fact::occurredAt);
            case ACKNOWLEDGED -> acknowledged(knowledge);
            case SHIPPED ->
                    earliest(
                            name,
                            knowledge.shipNotices(),
                            n -> !n.cancelled(),
                            ShipNoticeFact::shippedAt);
            case PICKED_UP, IN_TRANSIT, ARRIVED, CUSTOMS_CLEARED, OUT_FOR_DELIVERY, DELIVERED ->
                    carried(name, knowledge);
            case RECEIVED -> Fulfilment.received(knowledge);
            case INVOICED -> Fulfilment.invoiced(knowledge);
            case MATCHED -> ThreeWayMatch.matched(knowledge);
            case PAID -> Fulfilment.paid(knowledge);
            case CLOSED -> closed(knowledge);
            case CANCELLED -> cancelled(knowledge);
            case UNKNOWN -> null;
        };
    }

    /** Whether a fact can change a milestone. Too often is slow, too rarely is wrong. */
    static boolean bearsOn(Fact fact, MilestoneName name) {
        if (fact instanceof OrderFact || name == MilestoneName.CLOSED) {
            return true;
        }
        return switch (name) {
            case SENT, RECEIPT_ACKNOWLEDGED -> fact instanceof TechnicalFact;
            case ACKNOWLEDGED -> fact instanceof AcknowledgementFact;
            case SHIPPED -> fact instanceof ShipNoticeFact;
            case RECEIVED -> fact instanceof ReceiptFact;
            case INVOICED, PAID -> fact instanceof InvoiceFact;
            case MATCHED -> fact instanceof ReceiptFact || fact instanceof InvoiceFact;
            case PICKED_UP, IN_TRANSIT, ARRIVED, CUSTOMS_CLEARED, OUT_FOR_DELIVERY, DELIVERED ->
                    fact instanceof CarrierFact;
            case ORDERED, CANCELLED, UNKNOWN -> false;
            case CLOSED -> !(fact instanceof HoldFact || fact instanceof ClaimFact);
        };
    }

    /** The first version of the order that bound the supplier, unless the newest takes it back. */
    private static Reached ordered(Knowledge knowledge) {
        OrderFact newest = knowledge.order();
        if (newest == null || !(newest.confirmed() || newest.cancelled())) {
            return null;
        }
        for (OrderFact version : knowledge.orderHistory()) {
            if (version.confirmed()) {
                return Reached.actual(
                        MilestoneName.ORDERED,
                        version,
                        version.confirmedAt() == Times.NONE
                                ? version.orderedAt()
                                : version.confirmedAt());
            }
        }
        return null;
    }

    private static Reached acknowledged(Knowledge knowledge) {
        List<AcknowledgementFact> inForce = knowledge.acknowledgementsInForce();
        return inForce.isEmpty()
                ? null
                : Reached.actual(
                        MilestoneName.ACKNOWLEDGED, inForce.get(0), inForce.get(0).occurredAt());
    }

    private static Reached carried(MilestoneName name, Knowledge knowledge) {
        CarrierStatus status = CARRIER.get(name);
        return earliest(
                name,
                knowledge.carrierStatuses(),
                c -> c.status() == status && c.classifier() == TimeClassifier.ACTUAL,
                Fact::occurredAt);
    }

    private static Reached cancelled(Knowledge knowledge) {
        OrderFact newest = knowledge.order();
        return newest == null || !newest.cancelled()
                ? null
                : Reached.actual(MilestoneName.CANCELLED, newest, newest.occurredAt());
    }

    /** Nothing is expected any more: cancelled, or received and invoiced, the match decided. */
    private static Reached closed(Knowledge knowledge) {
        Reached cancelled = knowledge.reached(MilestoneName.CANCELLED);
        if (cancelled != null) {
            return Reached.both(MilestoneName.CLOSED, cancelled, cancelled);
        }
        Reached received = knowledge.reached(MilestoneName.RECEIVED);
        Reached invoiced = knowledge.reached(MilestoneName.INVOICED);
        return received == null || invoiced == null
                ? null
                : Reached.both(MilestoneName.CLOSED, received, invoiced);
    }

    /** The earliest fact that qualifies; of several at one time, the first by name. */
    private static <F extends Fact> Reached earliest(
            MilestoneName name, List<F> facts, Predicate<F> qualifies, ToLongFunction<F> time) {
        F first = null;
        for (F fact : facts) {
            if (qualifies.test(fact) && (first == null || isBefore(fact, first, time))) {
                first = fact;
            }
        }
        return first == null ? null : Reached.actual(name, first, time.applyAsLong(first));
    }

    private static <F extends Fact> boolean isBefore(F a, F b, ToLongFunction<F> time) {
        int order = Long.compare(time.applyAsLong(a), time.applyAsLong(b));
        return order != 0 ? order < 0 : a.header().factId().compareTo(b.header().factId()) < 0;
    }
}
