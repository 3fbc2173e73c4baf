package io.milepost.odoo.embedded.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Ways to find a transaction's records, from the cheapest to the whole table. */
public final class Scan {
    private final Store store;
    private final Transaction transaction;
    private final String table;

    Scan(Store store, Transaction transaction, String table) {
        this.store = store;
        this.transaction = transaction;
        this.table = table;
    }

    /** Whether a field has an index. */
    public boolean indexed(String field) {
        return field.equals("id") || store.table(table).index(field) != null;
    }

    /** Whether this transaction has written to the table: then order comes from sorting. */
    public boolean written() {
        return !transaction.changes().of(table).isEmpty();
    }

    /** All records, by id. */
    public List<Row> all() {
        TreeSet<Long> ids = store.locked(() -> new TreeSet<>(store.table(table).heads().keySet()));
        ids.addAll(transaction.changes().of(table).keySet());
        return rows(ids);
    }

    /** Records by id, in that order, those that are not there left out. */
    public List<Row> rows(Collection<Long> ids) {
        List<Row> rows = new ArrayList<>(ids.size());
        for (Long id : ids) {
            Row row = transaction.get(table, id);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Records of which an indexed field has one of these values, by id. */
    public List<Row> with(String field, Collection<?> values) {
        TreeSet<Long> ids = new TreeSet<>();
        store.locked(
                () -> {
                    values.forEach(value -> ids.addAll(store.table(table).index(field).of(value)));
                    return null;
                });
        for (Map.Entry<Long, Optional<Row>> own : transaction.changes().of(table).entrySet()) {
            own.getValue().ifPresent(row -> ids.add(own.getKey()));
        }
        List<Row> rows = rows(ids);
        rows.removeIf(row -> row.get(field) == null || !values.contains(row.get(field)));
        return rows;
    }

    /**
     * Committed records in the order of an indexed field and of the id, from a value on, as long as
     * a reader wants more. Only for a table that this transaction has not written to.
     *
     * @param low the first value; {@code null} for all
     * @param wantsMore takes one row and says whether to go on
     */
    public void inOrder(String field, Object low, Predicate<Row> wantsMore) {
        store.locked(
                () -> {
                    Table rows = store.table(table);
                    if (field.equals("id")) {
                        byId(rows, low, wantsMore);
                    } else {
                        byIndex(rows, field, low, wantsMore);
                    }
                    return null;
                });
    }

    private void byId(Table rows, Object low, Predicate<Row> wantsMore) {
        for (Version head : rows.heads().tailMap(low == null ? 0L : (Long) low).values()) {
            Version version = Version.at(head, transaction.snapshot());
            if (version != null && version.row != null && !wantsMore.test(version.row)) {
                return;
            }
        }
    }

    private void byIndex(Table rows, String field, Object low, Predicate<Row> wantsMore) {
        NavigableMap<Object, TreeSet<Long>> entries = rows.index(field).from(low);
        for (Map.Entry<Object, TreeSet<Long>> entry : entries.entrySet()) {
            for (Long id : entry.getValue()) {
                Row row = rows.at(id, transaction.snapshot());
                boolean current = row != null && entry.getKey().equals(row.get(field));
                if (current && !wantsMore.test(row)) {
                    return;
                }
            }
        }
    }
}
