package io.milepost.state.correlation;

import io.milepost.state.LineKey;

/**
 * A ship notice said that a shipment under this reference carries a line.
 *
 * @param line the line
 * @param shipmentId the ship notice's number
 * @param shippedAt when the shipment left, microseconds
 */
public record ShipmentBinding(LineKey line, String shipmentId, long shippedAt) {}
