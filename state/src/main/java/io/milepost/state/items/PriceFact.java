package io.milepost.state.items;

import io.milepost.state.Times;
import java.math.BigDecimal;

/**
 * A price of an item.
 *
 * @param header identity and version
 * @param slot the quantity and the time from which on it holds
 * @param unitPrice price of one unit
 * @param currency ISO 4217
 * @param unit unit of price and quantity, UN/ECE Recommendation 20
 * @param validTo the first moment at which it holds no longer, microseconds; {@link Times#NONE} if
 *     it has no end
 */
public record PriceFact(
        ItemHeader header,
        PriceSlot slot,
        BigDecimal unitPrice,
        String currency,
        String unit,
        long validTo)
        implements ItemFact {

    /** When it ends, microseconds; the latest time of all if it has no end. */
    public long end() {
        return validTo == Times.NONE ? Long.MAX_VALUE : validTo;
    }

    /** Whether the two prices can be compared: never across units or currencies. */
    public boolean isComparableWith(PriceFact other) {
        return unit.equals(other.unit) && currency.equals(other.currency);
    }

    @Override
    public PriceFact withHeader(ItemHeader other) {
        return new PriceFact(other, slot, unitPrice, currency, unit, validTo);
    }

    @Override
    public String subject() {
        return "price/" + slot;
    }
}
