package io.milepost.odoo.embedded.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The committed versions of a model's records, with indexes. Guarded by the store's latch. */
final class Table {
    private final TreeMap<Long, Version> heads = new TreeMap<>();
    private final Map<String, Index> indexes = new HashMap<>();
    private long lastId;

    Table(Collection<String> indexed) {
        indexed.forEach(field -> indexes.put(field, new Index()));
    }

    long nextId() {
        return ++lastId;
    }

    void continueAt(long nextId) {
        lastId = nextId - 1;
    }

    TreeMap<Long, Version> heads() {
        return heads;
    }

    void addIndex(String field) {
        if (indexes.containsKey(field)) {
            return;
        }
        Index index = new Index();
        indexes.put(field, index);
        heads.forEach(
                (id, head) -> {
                    for (Version version = head; version != null; version = version.previous) {
                        if (version.row != null) {
                            index.add(version.row.get(field), id);
                        }
                    }
                });
    }

    /** {@code null} if the field has none. */
    Index index(String field) {
        return indexes.get(field);
    }

    Row at(long id, long snapshot) {
        Version version = Version.at(heads.get(id), snapshot);
        return version == null ? null : version.row;
    }

    Row newest(long id) {
        return at(id, Long.MAX_VALUE);
    }

    long lastCommit(long id) {
        Version head = heads.get(id);
        return head == null ? 0 : head.commit;
    }

    /** Puts a version on top and drops those that no open snapshot sees any more. */
    void install(long id, Row row, long commit, long oldestSnapshot) {
        Version head = new Version(commit, row, heads.get(id));
        heads.put(id, head);
        Version lastSeen = Version.at(head, oldestSnapshot);
        Version dropped = lastSeen == null ? null : lastSeen.previous;
        if (lastSeen != null) {
            lastSeen.previous = null;
        }
        indexes.forEach((field, index) -> reindex(index, field, id, head, dropped));
        if (row == null && head.previous == null) {
            heads.remove(id);
        }
    }

    private static void reindex(Index index, String field, long id, Version head, Version dropped) {
        Set<Object> kept = new HashSet<>();
        for (Version version = head; version != null; version = version.previous) {
            if (version.row != null) {
                kept.add(version.row.get(field));
            }
        }
        for (Version version = dropped; version != null; version = version.previous) {
            if (version.row != null && !kept.contains(version.row.get(field))) {
                index.remove(version.row.get(field), id);
            }
        }
        if (head.row != null) {
            index.add(head.row.get(field), id);
        }
    }

    /** Whether another record has this value now, whatever the snapshot. */
    boolean holds(String field, Object value, long except) {
        return index(field).of(value).stream()
                .filter(id -> id != except)
                .map(this::newest)
                .filter(Objects::nonNull)
                .anyMatch(row -> value.equals(row.get(field)));
    }
}
