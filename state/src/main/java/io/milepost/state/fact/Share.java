package io.milepost.state.fact;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Which part of what is said of a line that was split is this line's: what lies behind the quantity
 * of those before it. The line itself is the first, its parts follow by planned date.
 *
 * @param splitOf database id of the line that was split; 0 for that line itself
 * @param before what is ordered with those before this one, in the order's unit
 * @param after what is ordered with those behind it
 */
public record Share(long splitOf, BigDecimal before, BigDecimal after) {

    /** Checks that both are given. */
    public Share {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Whether it is of a part, and not of the line that was split. */
    public boolean isOfPart() {
        return splitOf != 0;
    }

    /**
     * How much of a stretch is this line's. The last has what is too much for all.
     *
     * @param from where the stretch begins
     * @param quantity how long it is
     * @param ordered what is ordered with this line
     */
    public BigDecimal of(BigDecimal from, BigDecimal quantity, BigDecimal ordered) {
        BigDecimal to = from.add(quantity);
        BigDecimal end = after.signum() == 0 ? to : to.min(before.add(ordered));
        return end.subtract(from.max(before)).max(BigDecimal.ZERO);
    }
}
