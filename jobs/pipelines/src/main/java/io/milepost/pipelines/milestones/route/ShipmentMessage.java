package io.milepost.pipelines.milestones.route;

import io.milepost.events.CarrierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.state.Times;
import io.milepost.state.correlation.ShipmentBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the correlation by shipment is told: a carrier's event asks what a reference stands for, or
 * what it stands for has changed.
 *
 * @param reference instance/company/reference type/reference
 * @param call the event that asks; {@code null} for a binding
 * @param bound the reference that is bound: this one, or one that it is linked with; {@code null}
 *     for a call
 * @param binding what it is bound to; {@code null} for a call
 * @param knownAt when that became known, microseconds
 */
public record ShipmentMessage(
        String reference, CarrierCall call, String bound, ShipmentBinding binding, long knownAt) {

    /** Checks that it is one or the other. */
    public ShipmentMessage {
        Objects.requireNonNull(reference, "reference");
        if ((call == null) == (binding == null) || (bound == null) != (binding == null)) {
            throw new IllegalArgumentException(
                    "message for shipment " + reference + ": must be a call or a binding");
        }
    }

    /** A carrier's event asks. */
    public static ShipmentMessage call(String reference, CarrierCall call) {
        return new ShipmentMessage(reference, call, null, null, call.knownAt());
    }

    /** This reference, or one that it is linked with, is bound or is bound no longer. */
    public static ShipmentMessage binding(
            String reference, String bound, ShipmentBinding binding, long knownAt) {
        return new ShipmentMessage(reference, null, bound, binding, knownAt);
    }

    /** An event asks each of its references; the first takes the event along. */
    static List<ShipmentMessage> calls(
            CarrierEvent event, List<String> references, InboundRecord record) {
        List<ShipmentMessage> calls = new ArrayList<>(references.size());
        String key = Keys.carrier(event, references);
        long occurredAt = Times.micros(event.getEnvelope().getOccurredAt());
        long knownAt = Times.micros(event.getEnvelope().getKnownAt());
        for (String reference : references) {
            InboundRecord taken = calls.isEmpty() ? record : null;
            CarrierCall call = new CarrierCall(key, references.size(), occurredAt, knownAt, taken);
            calls.add(call(reference, call));
        }
        return calls;
    }
}
