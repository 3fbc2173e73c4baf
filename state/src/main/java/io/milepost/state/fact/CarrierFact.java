package io.milepost.state.fact;

import io.milepost.events.CarrierStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A status of a shipment that carries the line.
 *
 * @param header identity, version and times; occurredAt is the time of the status
 * @param status what happened
 * @param classifier how certain the time is
 * @param estimatedDeliveryAt when delivery is expected; {@link Times#NONE} if not stated
 * @param notices identities of the ship notices that brought it to the line, where the line may
 *     share them with others; none where that makes no difference
 */
public record CarrierFact(
        FactHeader header,
        CarrierStatus status,
        TimeClassifier classifier,
        long estimatedDeliveryAt,
        List<String> notices)
        implements Fact {

    /** Sorts the notices. */
    public CarrierFact {
        notices = notices.size() < 2 ? List.copyOf(notices) : sorted(notices);
    }

    /** A status of goods that are the line's alone. */
    public CarrierFact(
            FactHeader header,
            CarrierStatus status,
            TimeClassifier classifier,
            long estimatedDeliveryAt) {
        this(header, status, classifier, estimatedDeliveryAt, List.of());
    }

    /** One that says nothing: what is told where a status is taken back. */
    public static CarrierFact nothing(FactHeader header) {
        return new CarrierFact(header, CarrierStatus.UNKNOWN, TimeClassifier.UNKNOWN, Times.NONE);
    }

    /** Whether it says nothing. */
    public boolean saysNothing() {
        return status == CarrierStatus.UNKNOWN
                && classifier == TimeClassifier.UNKNOWN
                && estimatedDeliveryAt == Times.NONE;
    }

    /** When this status says that delivery is expected, or {@link Times#NONE}. */
    public long estimatedDeliveryTime() {
        if (status == CarrierStatus.DELIVERED && classifier == TimeClassifier.ESTIMATED) {
            return occurredAt();
        }
        return estimatedDeliveryAt;
    }

    /** Header of the event: a line that is given it again is given the same event. */
    public FactHeader event() {
        return header.version().tie().isEmpty()
                ? header
                : new FactHeader(
                        header.identity(),
                        new Version(header.version().number(), ""),
                        header.eventId(),
                        header.occurredAt(),
                        header.recordedAt(),
                        header.knownAt(),
                        header.traceparent());
    }

    /** The same, brought by these ship notices. */
    public CarrierFact broughtBy(Collection<String> other) {
        return new CarrierFact(header, status, classifier, estimatedDeliveryAt, List.copyOf(other));
    }

    /** An event that came under other references as well was brought by the notices of all. */
    @Override
    public CarrierFact completedBy(Fact repeat) {
        if (!(repeat instanceof CarrierFact other) || notices.containsAll(other.notices)) {
            return this;
        }
        TreeSet<String> all = new TreeSet<>(notices);
        all.addAll(other.notices);
        return broughtBy(all);
    }

    @Override
    public CarrierFact withHeader(FactHeader other) {
        return new CarrierFact(other, status, classifier, estimatedDeliveryAt, notices);
    }

    private static List<String> sorted(List<String> notices) {
        return List.copyOf(new TreeSet<>(notices));
    }
}
