package io.milepost.odoo.changes;

import java.math.BigDecimal;

/**
 * A unit of measure.
 *
 * @param code UN/ECE Recommendation 20, else Odoo's name
 * @param factor how many of the base unit one holds
 */
record Unit(String code, BigDecimal factor) {

    /** For a line that names none, which can be compared with no other. */
    static final Unit NONE = new Unit("no unit", BigDecimal.ONE);

    /**
     * A unit as Odoo has it.
     *
     * @param externalId {@code null} if it is not known
     * @param name in English
     * @param factor how many of the base unit one holds; 1 is taken for what is not above zero
     */
    static Unit of(String externalId, String name, BigDecimal factor) {
        return new Unit(
                UnitCodes.code(externalId, name), factor.signum() > 0 ? factor : BigDecimal.ONE);
    }

    /** For one that cannot be read. */
    static Unit unreadable(long id) {
        return new Unit("unit " + id, BigDecimal.ONE);
    }
}
