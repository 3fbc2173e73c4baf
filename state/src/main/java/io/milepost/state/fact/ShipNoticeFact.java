package io.milepost.state.fact;

import java.math.BigDecimal;

/**
 * What the supplier says to have shipped.
 *
 * @param header identity, version and times
 * @param cancelled whether the ship notice was taken back
 * @param shippedAt when it left
 * @param estimatedArrivalAt when it should arrive; {@link io.milepost.state.Times#NONE} if not
 *     stated
 * @param quantity shipped quantity in the order's unit
 */
public record ShipNoticeFact(
        FactHeader header,
        boolean cancelled,
        long shippedAt,
        long estimatedArrivalAt,
        BigDecimal quantity)
        implements Fact {

    @Override
    public ShipNoticeFact withHeader(FactHeader other) {
        return new ShipNoticeFact(other, cancelled, shippedAt, estimatedArrivalAt, quantity);
    }
}
