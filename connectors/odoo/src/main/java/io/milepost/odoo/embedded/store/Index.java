package io.milepost.odoo.embedded.store;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ids by value of one field, over every version that is still kept: a superset, whoever reads it
 * looks at the row as well.
 */
final class Index {
    private final NavigableMap<Object, TreeSet<Long>> entries = new TreeMap<>();

    void add(Object value, long id) {
        if (value != null) {
            entries.computeIfAbsent(value, key -> new TreeSet<>()).add(id);
        }
    }

    void remove(Object value, long id) {
        TreeSet<Long> ids = value == null ? null : entries.get(value);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            entries.remove(value);
        }
    }

    TreeSet<Long> of(Object value) {
        return entries.getOrDefault(value, new TreeSet<>());
    }

    /** Entries from a value on, in order. */
    NavigableMap<Object, TreeSet<Long>> from(Object low) {
        return low == null ? entries : entries.tailMap(low, true);
    }
}
