package io.milepost.local.distributor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What a line is for, and what never changes of it.
 *
 * @param lineId Odoo's id of the line
 * @param lineNumber 1..n within the order
 * @param vendorItem the supplier's item number, unique in the order
 * @param ownItem our item number
 * @param gtin unique in the order
 * @param category product category
 * @param unit UN/ECE Recommendation 20
 */
record Item(
        long lineId,
        int lineNumber,
        String vendorItem,
        String ownItem,
        String gtin,
        String category,
        String unit) {

    private static final List<String> CATEGORIES =
            List.of("Fasteners", "Bearings", "Cables", "Valves", "Safety", "Tools");
    private static final List<String> UNITS = List.of("C62", "C62", "C62", "KGM", "MTR");
    private static final int GTIN_DIGITS = 13;

    static Item draw(Dice dice, Vendor vendor, long lineId, int lineNumber) {
        int article = dice.between(1, 5_000);
        return new Item(
                lineId,
                lineNumber,
                "S" + vendor.number() + "-" + article + "-" + lineNumber,
                "A" + article + "-" + lineNumber,
                gtin(lineId),
                CATEGORIES.get(article % CATEGORIES.size()),
                UNITS.get(article % UNITS.size()));
    }

    /** Prices from 0.50 to 500.00. */
    static BigDecimal price(Dice dice) {
        return BigDecimal.valueOf(dice.between(50, 50_000), 2);
    }

    private static String gtin(long lineId) {
        String body = String.format(Locale.ROOT, "%0" + GTIN_DIGITS + "d", lineId);
        int sum = 0;
        for (int i = 0; i < GTIN_DIGITS; i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return body + (10 - sum % 10) % 10;
    }
}
