package io.milepost.odoo.changes;

import java.util.Map;

/**
 * When the rows of a model were written last, of all companies.
 *
 * @param byModel microseconds since 1970; 0 for a model without rows; absent if it is not known
 */
public record Newest(Map<String, Long> byModel) {

    /** Nothing is known of any model. */
    public static final Newest UNKNOWN = new Newest(Map.of());

    /** Keeps its own copy. */
    public Newest {
        byModel = Map.copyOf(byModel);
    }

    /** Whether it is certain that no row was written at that time or later. */
    boolean nothingSince(String model, long micros) {
        Long last = byModel.get(model);
        return last != null && last < micros;
    }
}
