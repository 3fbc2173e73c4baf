package io.milepost.state.items;

import java.math.BigDecimal;

/**
 * What the supplier has in stock.
 *
 * @param header identity and version
 * @param quantity what can be ordered, in the unit
 * @param unit unit, UN/ECE Recommendation 20
 * @param countedAt when it was counted, microseconds
 */
public record InventoryFact(ItemHeader header, BigDecimal quantity, String unit, long countedAt)
        implements ItemFact {

    /** Whether nothing can be ordered. */
    public boolean isOut() {
        return quantity.signum() <= 0;
    }

    @Override
    public InventoryFact withHeader(ItemHeader other) {
        return new InventoryFact(other, quantity, unit, countedAt);
    }

    @Override
    public String subject() {
        return "inventory";
    }
}
