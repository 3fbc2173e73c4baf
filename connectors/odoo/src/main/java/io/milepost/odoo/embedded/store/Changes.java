package io.milepost.odoo.embedded.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a transaction has written so far, with the way back. */
final class Changes {
    private record Undo(String table, long id, Optional<Row> before) {}

    private final Map<String, Map<Long, Optional<Row>>> written = new LinkedHashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();

    /** What was written to a record, empty for its deletion; {@code null} if nothing was. */
    Optional<Row> of(String table, long id) {
        Map<Long, Optional<Row>> rows = written.get(table);
        return rows == null ? null : rows.get(id);
    }

    /** What was written to a table. */
    Map<Long, Optional<Row>> of(String table) {
        return written.getOrDefault(table, Map.of());
    }

    void put(String table, long id, Optional<Row> row) {
        Map<Long, Optional<Row>> rows =
                written.computeIfAbsent(table, name -> new LinkedHashMap<>());
        undo.push(new Undo(table, id, rows.put(id, row)));
    }

    int mark() {
        return undo.size();
    }

    void backTo(int mark) {
        while (undo.size() > mark) {
            Undo step = undo.pop();
            if (step.before() == null) {
                written.get(step.table()).remove(step.id());
            } else {
                written.get(step.table()).put(step.id(), step.before());
            }
        }
    }

    void each(Transaction.Change change) {
        written.forEach(
                (table, rows) ->
                        rows.forEach((id, row) -> change.take(table, id, row.orElse(null))));
    }
}
