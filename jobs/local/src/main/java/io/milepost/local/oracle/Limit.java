package io.milepost.local.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How far a figure may be off the order's.
 *
 * @param percent of the order's figure; {@code null} when there is no such limit
 * @param absolute in the figure's own measure; {@code null} when there is no such limit
 * @param eitherIsEnough whether one of the two is enough; both must hold otherwise
 */
record Limit(BigDecimal percent, BigDecimal absolute, boolean eitherIsEnough) {

    /** Not off at all. */
    static final Limit NONE = new Limit(null, null, false);

    private static final int PERCENT = 2;

    static Limit percent(String percent) {
        return new Limit(new BigDecimal(percent), null, false);
    }

    boolean holds(BigDecimal ordered, BigDecimal figure) {
        return allows(figure.subtract(ordered), ordered);
    }

    /** Whether two figures may be so far apart, where so much is ordered. */
    boolean allows(BigDecimal difference, BigDecimal ordered) {
        BigDecimal off = difference.abs();
        List<BigDecimal> allowed = new ArrayList<>();
        if (percent != null) {
            allowed.add(ordered.abs().multiply(percent).movePointLeft(PERCENT));
        }
        if (absolute != null) {
            allowed.add(absolute);
        }
        if (allowed.isEmpty()) {
            return off.signum() == 0;
        }
        Predicate<BigDecimal> keeps = limit -> off.compareTo(limit) <= 0;
        return eitherIsEnough ? allowed.stream().anyMatch(keeps) : allowed.stream().allMatch(keeps);
    }
}
