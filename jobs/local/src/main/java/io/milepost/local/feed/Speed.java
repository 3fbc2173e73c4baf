package io.milepost.local.feed;

import java.math.BigDecimal;

/**
 * How fast simulated time passes.
 *
 * @param factor simulated seconds per real second; positive infinity for as fast as it goes
 */
public record Speed(double factor) {

    /** As fast as the broker takes it. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /** Checks that time moves forward. */
    public Speed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException(
                    "speed: must be > 0 simulated seconds per second but was " + factor);
        }
    }

    /**
     * Reads a setting.
     *
     * @param text {@code max}, or a number of simulated seconds per real second
     * @throws IllegalArgumentException when it is neither
     */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        double factor;
        try {
            factor = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "speed: expected max or a number of simulated seconds per second but found \""
                            + text
                            + "\"",
                    e);
        }
        return new Speed(factor);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return isMax() ? "max" : BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }

    /** Whether nothing is ever waited for. */
    public boolean isMax() {
        return Double.isInfinite(factor);
    }

    /** Real nanoseconds that a span of simulated microseconds takes; 0 at full speed. */
    public long realNanos(long simulatedMicros) {
        return isMax() ? 0 : (long) (simulatedMicros * 1_000.0 / factor);
    }
}
