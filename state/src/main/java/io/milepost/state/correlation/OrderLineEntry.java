package io.milepost.state.correlation;

/**
 * How a line of an order can be named by others, but for its number.
 *
 * @param lineId database id of the line
 * @param orderId database id of the order
 * @param version version of the order line that this was taken from
 * @param knownAt when the line was first known, microseconds; {@link io.milepost.state.Times#NONE}
 *     where an earlier release did not keep it
 * @param vendor the order's supplier
 * @param vendorItem the supplier's item number; {@code null} if none
 * @param ownItem our item number; {@code null} if none
 * @param gtin GTIN; {@code null} if none
 * @param splitOf database id of the line that it was split off from; 0 if it was not
 */
public record OrderLineEntry(
        long lineId,
        long orderId,
        long version,
        long knownAt,
        String vendor,
        String vendorItem,
        String ownItem,
        String gtin,
        long splitOf) {

    OrderLineEntry knownSince(long earlier) {
        return new OrderLineEntry(
                lineId, orderId, version, earlier, vendor, vendorItem, ownItem, gtin, splitOf);
    }
}
