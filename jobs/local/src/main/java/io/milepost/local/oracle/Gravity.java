package io.milepost.local.oracle;

import io.milepost.events.Severity;
import java.math.BigDecimal;
import java.util.List;

/**
 * How severe it is when something is late.
 *
 * @param otherwise below every step
 * @param steps by the line's open value
 */
record Gravity(Severity otherwise, List<Step> steps) {

    static final Gravity MEDIUM = new Gravity(Severity.MEDIUM, List.of());

    /** From an open value on, in the order's currency. */
    record Step(BigDecimal from, Severity severity) {}

    /** Copies the list. */
    Gravity {
        steps = List.copyOf(steps);
    }

    Severity at(BigDecimal openValue) {
        Severity severity = otherwise;
        BigDecimal highest = null;
        for (Step step : steps) {
            boolean isReached = openValue.compareTo(step.from()) >= 0;
            if (isReached && (highest == null || step.from().compareTo(highest) > 0)) {
                highest = step.from();
                severity = step.severity();
            }
        }
        return severity;
    }
}
