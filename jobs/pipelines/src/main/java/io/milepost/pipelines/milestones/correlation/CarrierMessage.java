package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.state.correlation.Reach;
import java.util.Objects;

/**
 * What one of its references tells a carrier's event.
 *
 * @param event key of the event
 * @param reference the reference
 * @param reach the lines that the event reaches by it; {@code null} when nothing more will be heard
 *     of it
 * @param asked how many references the event has asked; 0 if it has not
 * @param knownAt when the event became known, microseconds; without meaning if it has not asked
 * @param record the event itself, where it came along; {@code null} otherwise
 */
public record CarrierMessage(
        String event,
        String reference,
        Reach reach,
        int asked,
        long knownAt,
        InboundRecord record) {

    /** Checks that both ends are named. */
    public CarrierMessage {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(reference, "reference");
    }

    /** The event reaches other lines than before. */
    static CarrierMessage moved(String event, String reference, Reach reach) {
        return new CarrierMessage(event, reference, reach, 0, 0, null);
    }

    /** Nothing more will be heard of the reference. */
    static CarrierMessage forgotten(String event, String reference) {
        return new CarrierMessage(event, reference, null, 0, 0, null);
    }
}
