package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecord;
import java.util.Objects;

/**
 * A carrier's event asks one of its references for lines.
 *
 * @param event key of the event
 * @param references how many of its references are asked
 * @param occurredAt when it happened, microseconds
 * @param knownAt when it became known, microseconds
 * @param record the event itself, by one of its references; {@code null} by the others
 */
public record CarrierCall(
        String event, int references, long occurredAt, long knownAt, InboundRecord record) {

    /** Checks that the event is named. */
    public CarrierCall {
        Objects.requireNonNull(event, "event");
    }
}
