package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.state.correlation.ShipmentBinding;

/**
 * What the correlation by shipment is told: a carrier's event, or which line a reference carries.
 *
 * @param reference instance/company/reference type/reference
 * @param event the carrier's event; {@code null} for a binding
 * @param binding the binding; {@code null} for an event
 */
public record ShipmentMessage(String reference, InboundRecord event, ShipmentBinding binding) {

    /** Checks that it is one or the other. */
    public ShipmentMessage {
        if ((event == null) == (binding == null)) {
            throw new IllegalArgumentException(
                    "message for shipment " + reference + ": must be an event or a binding");
        }
    }

    /** A carrier's event. */
    public static ShipmentMessage event(String reference, InboundRecord event) {
        return new ShipmentMessage(reference, event, null);
    }

    /** A binding by a ship notice. */
    public static ShipmentMessage binding(String reference, ShipmentBinding binding) {
        return new ShipmentMessage(reference, null, binding);
    }
}
