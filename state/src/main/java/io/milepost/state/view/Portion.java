package io.milepost.state.view;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How much of a line has to be received for an expectation to be met.
 *
 * @param kind what the amount is
 * @param amount percent of the ordered quantity, or a quantity in the order's unit; {@code null}
 *     for the line in full
 */
public record Portion(Kind kind, BigDecimal amount) {

    /** The ordered quantity. */
    public static final Portion IN_FULL = new Portion(Kind.IN_FULL, null);

    /** Less than any quantity that can be received. */
    private static final BigDecimal ANYTHING = new BigDecimal(BigInteger.ONE, 60);

    private static final Kind[] KINDS = Kind.values();
    private static final int PERCENT_DIGITS = 2;

    /** Amounts of the same size are the same, however they are written. */
    public Portion {
        amount = amount == null ? null : amount.stripTrailingZeros();
    }

    /** A share of the ordered quantity, in percent; 0 for anything at all. */
    public static Portion share(BigDecimal percent) {
        return new Portion(Kind.SHARE, percent);
    }

    /** A quantity in the order's unit. */
    public static Portion quantity(BigDecimal quantity) {
        return new Portion(Kind.QUANTITY, quantity);
    }

    /**
     * The quantity that is needed.
     *
     * @param ordered the ordered quantity; {@code null} while the order is unknown
     * @return {@code null} if it cannot be said
     */
    BigDecimal needed(BigDecimal ordered) {
        return switch (kind) {
            case QUANTITY -> amount;
            case IN_FULL -> ordered;
            case SHARE -> amount.signum() == 0 ? ANYTHING : shareOf(ordered);
        };
    }

    private BigDecimal shareOf(BigDecimal ordered) {
        return ordered == null || ordered.signum() <= 0
                ? null
                : ordered.multiply(amount).movePointLeft(PERCENT_DIGITS).stripTrailingZeros();
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(kind.ordinal());
        if (kind != Kind.IN_FULL) {
            out.decimal(amount);
        }
    }

    /** Reads. */
    public static Portion read(StateInput in) {
        Kind kind = in.constant(KINDS);
        return kind == Kind.IN_FULL ? IN_FULL : new Portion(kind, in.decimal());
    }

    /** What an amount is. */
    public enum Kind {
        /** The ordered quantity. */
        IN_FULL,
        /** A share of it. */
        SHARE,
        /** A quantity. */
        QUANTITY
    }
}
