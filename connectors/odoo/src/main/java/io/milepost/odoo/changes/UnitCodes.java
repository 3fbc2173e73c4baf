package io.milepost.odoo.changes;

import java.util.Locale;
import java.util.Map;

/**
 * Codes of UN/ECE Recommendation 20 for the units that Odoo comes with: by external id, which stays
 * when a unit is renamed, else by English name. Any other unit keeps its name, so that whoever
 * compares quantities sees that it is unknown.
 */
final class UnitCodes {

    private static final Map<String, String> BY_EXTERNAL_ID =
            Map.ofEntries(
                    Map.entry("uom.product_uom_unit", "C62"),
                    Map.entry("uom.product_uom_dozen", "DZN"),
                    Map.entry("uom.product_uom_kgm", "KGM"),
                    Map.entry("uom.product_uom_gram", "GRM"),
                    Map.entry("uom.product_uom_ton", "TNE"),
                    Map.entry("uom.product_uom_lb", "LBR"),
                    Map.entry("uom.product_uom_oz", "ONZ"),
                    Map.entry("uom.product_uom_litre", "LTR"),
                    Map.entry("uom.product_uom_cubic_meter", "MTQ"),
                    Map.entry("uom.product_uom_gal", "GLL"),
                    Map.entry("uom.product_uom_qt", "QTL"),
                    Map.entry("uom.product_uom_floz", "OZA"),
                    Map.entry("uom.product_uom_cubic_inch", "INQ"),
                    Map.entry("uom.product_uom_cubic_foot", "FTQ"),
                    Map.entry("uom.product_uom_meter", "MTR"),
                    Map.entry("uom.product_uom_millimeter", "MMT"),
                    Map.entry("uom.product_uom_cm", "CMT"),
                    Map.entry("uom.product_uom_km", "KMT"),
                    Map.entry("uom.product_uom_inch", "INH"),
                    Map.entry("uom.product_uom_foot", "FOT"),
                    Map.entry("uom.product_uom_yard", "YRD"),
                    Map.entry("uom.product_uom_mile", "SMI"),
                    Map.entry("uom.uom_square_meter", "MTK"),
                    Map.entry("uom.uom_square_foot", "FTK"),
                    Map.entry("uom.product_uom_hour", "HUR"),
                    Map.entry("uom.product_uom_day", "DAY"));

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("unit", "C62"),
                    Map.entry("units", "C62"),
                    Map.entry("unit(s)", "C62"),
                    Map.entry("dozen", "DZN"),
                    Map.entry("dozens", "DZN"),
                    Map.entry("kg", "KGM"),
                    Map.entry("g", "GRM"),
                    Map.entry("t", "TNE"),
                    Map.entry("lb", "LBR"),
                    Map.entry("oz", "ONZ"),
                    Map.entry("l", "LTR"),
                    Map.entry("m³", "MTQ"),
                    Map.entry("gal (us)", "GLL"),
                    Map.entry("qt (us)", "QTL"),
                    Map.entry("fl oz (us)", "OZA"),
                    Map.entry("in³", "INQ"),
                    Map.entry("ft³", "FTQ"),
                    Map.entry("m", "MTR"),
                    Map.entry("mm", "MMT"),
                    Map.entry("cm", "CMT"),
                    Map.entry("km", "KMT"),
                    Map.entry("in", "INH"),
                    Map.entry("ft", "FOT"),
                    Map.entry("yd", "YRD"),
                    Map.entry("mi", "SMI"),
                    Map.entry("m²", "MTK"),
                    Map.entry("ft²", "FTK"),
                    Map.entry("hours", "HUR"),
                    Map.entry("days", "DAY"));

    private UnitCodes() {}

    /** The codes that are told, by external id. */
    static Map<String, String> byExternalId() {
        return BY_EXTERNAL_ID;
    }

    /**
     * The code of a unit; its name where it has none.
     *
     * @param externalId {@code null} if it is not known
     * @param name in English
     */
    static String code(String externalId, String name) {
        String byId = externalId == null ? null : BY_EXTERNAL_ID.get(externalId);
        return byId != null
                ? byId
                : BY_NAME.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name.strip());
    }
}
