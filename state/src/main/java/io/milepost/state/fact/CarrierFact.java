package io.milepost.state.fact;

import io.milepost.events.CarrierStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;

/**
 * A status of a shipment that carries the line.
 *
 * @param header identity, version and times; occurredAt is the time of the status
 * @param status what happened
 * @param classifier how certain the time is
 * @param estimatedDeliveryAt when delivery is expected; {@link Times#NONE} if not stated
 */
public record CarrierFact(
        FactHeader header,
        CarrierStatus status,
        TimeClassifier classifier,
        long estimatedDeliveryAt)
        implements Fact {

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

    @Override
    public CarrierFact withHeader(FactHeader other) {
        return new CarrierFact(other, status, classifier, estimatedDeliveryAt);
    }
}
