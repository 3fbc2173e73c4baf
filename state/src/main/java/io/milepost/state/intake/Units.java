package io.milepost.state.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Conversion between units of measure by their codes of UN/ECE Recommendation 20. A unit that is
 * not known, or is of another kind than the order's, is refused and never taken for the order's.
 */
public final class Units {

    private static final int SCALE = 6;

    private static final Map<String, Unit> KNOWN =
            Map.ofEntries(
                    count("C62", "1"),
                    count("EA", "1"),
                    count("PCE", "1"),
                    count("H87", "1"),
                    count("PR", "2"),
                    count("DZN", "12"),
                    count("CEN", "100"),
                    count("GRO", "144"),
                    count("MIL", "1000"),
                    mass("MGM", "0.000001"),
                    mass("GRM", "0.001"),
                    mass("KGM", "1"),
                    mass("TNE", "1000"),
                    length("MMT", "0.001"),
                    length("CMT", "0.01"),
                    length("MTR", "1"),
                    length("KMT", "1000"),
                    volume("MLT", "0.001"),
                    volume("LTR", "1"),
                    volume("MTQ", "1000"));

    private Units() {}

    /**
     * A quantity in the order's unit.
     *
     * @param quantity the quantity
     * @param unit its unit
     * @param orderUnit the order's unit
     * @param orderUnitFactor how many base units (pieces, where the order's unit is a pack) one
     *     order unit holds
     * @throws UnknownUnitException if there is no factor between the two
     */
    public static BigDecimal convert(
            BigDecimal quantity, String unit, String orderUnit, BigDecimal orderUnitFactor)
            throws UnknownUnitException {
        // Nothing is nothing in any unit.
        if (unit.equals(orderUnit) || quantity.signum() == 0) {
            return quantity;
        }
        Unit from = KNOWN.get(unit);
        Unit to = KNOWN.get(orderUnit);
        if (from != null && to != null && from.kind() == to.kind()) {
            return divide(quantity.multiply(from.factor()), to.factor());
        }
        if (from != null
                && to == null
                && from.kind() == Kind.COUNT
                && orderUnitFactor.signum() > 0) {
            return divide(quantity.multiply(from.factor()), orderUnitFactor);
        }
        throw new UnknownUnitException(unit, orderUnit);
    }

    private static BigDecimal divide(BigDecimal quantity, BigDecimal factor) {
        return quantity.divide(factor, MathContext.DECIMAL64).setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static Map.Entry<String, Unit> count(String code, String factor) {
        return Map.entry(code, new Unit(Kind.COUNT, new BigDecimal(factor)));
    }

    private static Map.Entry<String, Unit> mass(String code, String kilograms) {
        return Map.entry(code, new Unit(Kind.MASS, new BigDecimal(kilograms)));
    }

    private static Map.Entry<String, Unit> length(String code, String metres) {
        return Map.entry(code, new Unit(Kind.LENGTH, new BigDecimal(metres)));
    }

    private static Map.Entry<String, Unit> volume(String code, String litres) {
        return Map.entry(code, new Unit(Kind.VOLUME, new BigDecimal(litres)));
    }

    private enum Kind {
        COUNT,
        MASS,
        LENGTH,
        VOLUME
    }

    private record Unit(Kind kind, BigDecimal factor) {}
}
