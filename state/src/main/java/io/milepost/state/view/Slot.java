package io.milepost.state.view;

import io.milepost.events.CarrierStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Something of which the first or the last counts. */
enum Slot {
    SENT(TechnicalFact.class, MilestoneName.SENT, Fact::occurredAt),
    RECEIPT_ACKNOWLEDGED(
            TechnicalFact.class,
            MilestoneName.RECEIPT_ACKNOWLEDGED,
            t -> t.accepted() ? t.occurredAt() : Times.NONE),
    SHIPPED(
            ShipNoticeFact.class,
            MilestoneName.SHIPPED,
            n -> n.cancelled() ? Times.NONE : n.shippedAt()),
    PICKED_UP(CarrierStatus.PICKED_UP, MilestoneName.PICKED_UP),
    IN_TRANSIT(CarrierStatus.IN_TRANSIT, MilestoneName.IN_TRANSIT),
    ARRIVED(CarrierStatus.ARRIVED, MilestoneName.ARRIVED),
    CUSTOMS_CLEARED(CarrierStatus.CUSTOMS_CLEARED, MilestoneName.CUSTOMS_CLEARED),
    OUT_FOR_DELIVERY(CarrierStatus.OUT_FOR_DELIVERY, MilestoneName.OUT_FOR_DELIVERY),
    DELIVERED(CarrierStatus.DELIVERED, MilestoneName.DELIVERED),

    /** The newest word of a ship notice on its arrival. */
    NOTICE_ESTIMATE(
            ShipNoticeFact.class,
            TimeClassifier.ESTIMATED,
            n -> n.cancelled() ? Times.NONE : n.estimatedArrivalAt(),
            n -> n.header().recordedAt()),

    /** The newest word of a carrier on the delivery. */
    CARRIER_ESTIMATE(
            CarrierFact.class,
            TimeClassifier.ESTIMATED,
            CarrierFact::estimatedDeliveryTime,
            c -> c.header().recordedAt()),

    /** The last thing that a carrier said has happened. */
    LAST_CARRIER(
            CarrierFact.class,
            TimeClassifier.ACTUAL,
            c -> c.classifier() == TimeClassifier.ACTUAL ? c.occurredAt() : Times.NONE,
            Fact::occurredAt),

    /** The ship notice that was taken back last. */
    NOTICE_TAKEN_BACK(
            ShipNoticeFact.class,
            TimeClassifier.ACTUAL,
            n -> n.cancelled() ? n.header().knownAt() : Times.NONE,
            n -> n.header().knownAt()),

    /** The acknowledgement that was taken back last. */
    ACKNOWLEDGEMENT_TAKEN_BACK(
            AcknowledgementFact.class,
            TimeClassifier.ACTUAL,
            a -> a.cancelled() ? a.header().knownAt() : Times.NONE,
            a -> a.header().knownAt());

    private static final Map<Class<?>, List<Slot>> BY_KIND =
            Arrays.stream(values())
                    .collect(Collectors.groupingBy(slot -> slot.kind, Collectors.toList()));

    private static final Map<MilestoneName, Slot> BY_MILESTONE =
            Arrays.stream(values())
                    .filter(slot -> !slot.latest)
                    .collect(Collectors.toMap(slot -> slot.milestone, Function.identity()));

    private final Class<?> kind;
    private final MilestoneName milestone;
    private final TimeClassifier classifier;
    private final boolean latest;
    private final ToLongFunction<Fact> time;
    private final ToLongFunction<Fact> rank;

    Slot(CarrierStatus status, MilestoneName milestone) {
        this(
                CarrierFact.class,
                milestone,
                c ->
                        c.status() == status && c.classifier() == TimeClassifier.ACTUAL
                                ? c.occurredAt()
                                : Times.NONE);
    }

    /** The first by its time. */
    <F extends Fact> Slot(Class<F> kind, MilestoneName milestone, ToLongFunction<F> time) {
        this.kind = kind;
        this.milestone = milestone;
        this.classifier = TimeClassifier.ACTUAL;
        this.latest = false;
        this.time = fact -> time.applyAsLong(kind.cast(fact));
        this.rank = this.time;
    }

    /** The last by its rank. */
    <F extends Fact> Slot(
            Class<F> kind,
            TimeClassifier classifier,
            ToLongFunction<F> time,
            ToLongFunction<F> rank) {
        this.kind = kind;
        this.milestone = MilestoneName.DELIVERED;
        this.classifier = classifier;
        this.latest = true;
        this.time = fact -> time.applyAsLong(kind.cast(fact));
        this.rank = fact -> rank.applyAsLong(kind.cast(fact));
    }

    /** The slots that facts of a kind may be in. */
    static List<Slot> of(Fact fact) {
        return BY_KIND.getOrDefault(fact.getClass(), List.of());
    }

    /** The slot of a milestone whose first fact counts; {@code null} if it is no such milestone. */
    static Slot of(MilestoneName milestone) {
        return BY_MILESTONE.get(milestone);
    }

    /** What the fact says here; {@code null} if nothing. */
    Reached says(Fact fact) {
        long at = time.applyAsLong(fact);
        if (at == Times.NONE) {
            return null;
        }
        FactHeader header = fact instanceof CarrierFact carrier ? carrier.event() : fact.header();
        return Reached.of(milestone, classifier, header, at);
    }

    /** What facts are compared by. */
    long rank(Fact fact) {
        return rank.applyAsLong(fact);
    }

    /** Whether the first of two counts rather than the second; of equal ones the name decides. */
    boolean prefers(long rankA, String nameA, long rankB, String nameB) {
        int order = Long.compare(rankA, rankB);
        if (order == 0) {
            order = nameA.compareTo(nameB);
        }
        return latest ? order > 0 : order < 0;
    }
}
