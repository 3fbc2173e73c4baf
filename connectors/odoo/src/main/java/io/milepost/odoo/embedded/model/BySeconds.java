package io.milepost.odoo.embedded.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How Odoo 19 compares moments that are more or less than another: it forgets what the other has
 * beside its second, so that {@code < 08:00:01.9} ends before 08:00:01 and {@code > 08:00:01}
 * begins at 08:00:02. Up to 18 microseconds count.
 */
final class BySeconds {

    private BySeconds() {}

    static Condition condition(List<Field> path, String operator, Object value) {
        if (!(value instanceof Instant moment)) {
            return new Condition(path, operator, value);
        }
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        return switch (operator) {
            case "<", ">=" -> new Condition(path, operator, second);
            case "<=" -> new Condition(path, "<", second.plusSeconds(1));
            case ">" -> new Condition(path, ">=", second.plusSeconds(1));
            default -> new Condition(path, operator, value);
        };
    }
}
