package io.milepost.state.orders;

import io.milepost.events.OdooOrder;
import io.milepost.state.Times;
import java.util.List;
import java.util.Objects;

/**
 * What the supplier knows of an order.
 *
 * @param vendor the supplier
 * @param orderName number of the order
 * @param vendorReference the supplier's reference; {@code null} if none
 * @param currency ISO 4217
 * @param warehouse that receives; {@code null} if none
 * @param incoterm of the order; {@code null} if none
 * @param orderedAt when it was written, microseconds
 * @param lines those that are wanted, by their numbers
 */
public record ToldContent(
        String vendor,
        String orderName,
        String vendorReference,
        String currency,
        String warehouse,
        String incoterm,
        long orderedAt,
        List<ToldLine> lines) {

    /** Keeps its own copy. */
    public ToldContent {
        lines = List.copyOf(lines);
    }

    static ToldContent of(OdooOrder order, List<ToldLine> lines) {
        return new ToldContent(
                order.getVendor(),
                order.getOrderName(),
                order.getVendorReference(),
                order.getCurrency(),
                order.getWarehouse(),
                order.getIncoterm(),
                Times.micros(order.getOrderedAt()),
                lines);
    }

    boolean headerDiffers(ToldContent before) {
        return !currency.equals(before.currency)
                || !Objects.equals(warehouse, before.warehouse)
                || !Objects.equals(incoterm, before.incoterm);
    }

    ToldLine line(long lineId) {
        return lines.stream().filter(line -> line.lineId() == lineId).findFirst().orElse(null);
    }
}
