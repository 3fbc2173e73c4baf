package io.milepost.state.orders;

import io.milepost.events.OrderItem;
import io.milepost.state.Times;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A line as the supplier was told it.
 *
 * @param lineId Odoo's id
 * @param number its number on documents
 * @param vendorItem the supplier's item number; {@code null} if none
 * @param ownItem our item number; {@code null} if none
 * @param gtin GTIN; {@code null} if none
 * @param description text; {@code null} if none
 * @param quantity in the unit
 * @param unit UN/ECE Recommendation 20
 * @param unitPrice price of one unit
 * @param plannedAt when it is wanted, microseconds
 */
public record ToldLine(
        long lineId,
        int number,
        String vendorItem,
        String ownItem,
        String gtin,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        long plannedAt) {

    static ToldLine of(OrderItem item, int number) {
        return new ToldLine(
                item.getLineId(),
                number,
                item.getVendorItem(),
                item.getOwnItem(),
                item.getGtin(),
                item.getDescription(),
                item.getQuantity(),
                item.getUnit(),
                item.getUnitPrice(),
                Times.micros(item.getPlannedAt()));
    }

    /** Whether the supplier has to know of the difference. */
    boolean differs(ToldLine before, boolean tellsDates) {
        return quantity.compareTo(before.quantity) != 0
                || unitPrice.compareTo(before.unitPrice) != 0
                || !unit.equals(before.unit)
                || !Objects.equals(vendorItem, before.vendorItem)
                || !Objects.equals(ownItem, before.ownItem)
                || !Objects.equals(gtin, before.gtin)
                || (tellsDates && plannedAt != before.plannedAt);
    }
}
