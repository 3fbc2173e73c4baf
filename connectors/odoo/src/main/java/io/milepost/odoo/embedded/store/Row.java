package io.milepost.odoo.embedded.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record as it is stored, never changed. Values are plain: {@code String}, {@code Long} (whole
 * numbers and references), {@code Double}, {@code Boolean}, {@code Instant} (microseconds), {@code
 * LocalDate}, {@code List<Long>}; an absent value is absent.
 */
public final class Row {

    private final long id;
    private final Map<String, Object> values;

    private Row(long id, Map<String, Object> values) {
        this.id = id;
        this.values = Collections.unmodifiableMap(values);
    }

    /** A record of these values. */
    public static Row of(long id, Map<String, Object> values) {
        return new Row(id, withoutNulls(new LinkedHashMap<>(values)));
    }

    /** The same record with other values; {@code null} takes one away. */
    public Row with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Row(id, withoutNulls(changed));
    }

    /** The database id. */
    public long id() {
        return id;
    }

    /** A value; {@code null} if absent. */
    public Object get(String field) {
        return values.get(field);
    }

    /** All values by field. */
    public Map<String, Object> values() {
        return values;
    }

    /** A text; {@code null} if absent. */
    public String text(String field) {
        return (String) values.get(field);
    }

    /** A reference to a record; {@code null} if absent. */
    public Long ref(String field) {
        return (Long) values.get(field);
    }

    /** A number; 0 if absent. */
    public double number(String field) {
        return values.get(field) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A flag; {@code false} if absent. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** A moment; {@code null} if absent. */
    public Instant time(String field) {
        return (Instant) values.get(field);
    }

    /** A list of references; empty if absent. */
    @SuppressWarnings("unchecked")
    public List<Long> ids(String field) {
        return values.get(field) instanceof List<?> list ? (List<Long>) list : List.of();
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        values.values().removeIf(value -> value == null);
        return values;
    }
}
