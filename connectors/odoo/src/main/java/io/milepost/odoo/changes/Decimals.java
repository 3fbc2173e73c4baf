package io.milepost.odoo.changes;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as events carry them: 18 digits, 6 of them decimals. */
final class Decimals {

    private static final int SCALE = 6;
    private static final int PRECISION = 18;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decimals() {}

    /**
     * The price of one unit on a line of an order or a bill, less the line's discount, which is in
     * per cent.
     *
     * @throws UnmappableException if it has too many digits
     */
    static BigDecimal price(Row line) throws UnmappableException {
        BigDecimal left = HUNDRED.subtract(line.number("discount"));
        return of("price_unit", line.number("price_unit").multiply(left).movePointLeft(2));
    }

    /**
     * A number in six decimals; what a binary fraction has beyond them is rounded away.
     *
     * @param what for messages
     * @throws UnmappableException if it has too many digits
     */
    static BigDecimal of(String what, BigDecimal value) throws UnmappableException {
        BigDecimal scaled = value.setScale(SCALE, RoundingMode.HALF_UP);
        if (scaled.precision() > PRECISION) {
            throw new UnmappableException(
                    what
                            + ": expected up to 12 digits before the point but found "
                            + value.toPlainString());
        }
        return scaled;
    }
}
