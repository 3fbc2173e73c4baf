package io.milepost.state.sla;

import java.math.BigDecimal;

/**
 * How far a figure may be off what was agreed. Without any limit it must be equal.
 *
 * @param percent share of the agreed figure, in percent; {@code null} for no such limit
 * @param absolute in the figure's own unit; {@code null} for no such limit
 * @param both whether both limits must be kept, if both are given; else one is enough
 */
public record Limit(BigDecimal percent, BigDecimal absolute, boolean both) {

    /** No difference is allowed. */
    public static final Limit EXACT = new Limit(null, null, true);

    /** Whether a figure is near enough to what was agreed. */
    public boolean allows(BigDecimal agreed, BigDecimal found) {
        BigDecimal off = found.subtract(agreed).abs();
        if (percent == null && absolute == null) {
            return off.signum() == 0;
        }
        if (percent == null || absolute == null) {
            return percent == null ? withinAbsolute(off) : withinPercent(off, agreed);
        }
        return both
                ? withinPercent(off, agreed) && withinAbsolute(off)
                : withinPercent(off, agreed) || withinAbsolute(off);
    }

    private boolean withinPercent(BigDecimal off, BigDecimal agreed) {
        return off.movePointRight(2).compareTo(agreed.abs().multiply(percent)) <= 0;
    }

    private boolean withinAbsolute(BigDecimal off) {
        return off.compareTo(absolute) <= 0;
    }
}
