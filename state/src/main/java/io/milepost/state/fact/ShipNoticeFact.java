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
 * @param tracking the first tracking number; {@code null} if none is stated
 */
public record ShipNoticeFact(
        FactHeader header,
        boolean cancelled,
        long shippedAt,
        long estimatedArrivalAt,
        BigDecimal quantity,
        String tracking)
        implements Fact {

    /** Identity of what a document says of a shipment. */
    public static String identity(String number, String shipmentId) {
        return "ship-notice/" + number + "/" + shipmentId;
    }

    /** One without a tracking number. */
    public ShipNoticeFact(
            FactHeader header,
            boolean cancelled,
            long shippedAt,
            long estimatedArrivalAt,
            BigDecimal quantity) {
        this(header, cancelled, shippedAt, estimatedArrivalAt, quantity, null);
    }

    @Override
    public ShipNoticeFact completedBy(Fact repeat) {
        return tracking == null
                        && repeat instanceof ShipNoticeFact notice
                        && notice.tracking != null
                ? new ShipNoticeFact(
                        header, cancelled, shippedAt, estimatedArrivalAt, quantity, notice.tracking)
                : this;
    }

    @Override
    public ShipNoticeFact withHeader(FactHeader other) {
        return new ShipNoticeFact(
                other, cancelled, shippedAt, estimatedArrivalAt, quantity, tracking);
    }
}
