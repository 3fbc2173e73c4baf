package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What some fields of a record were when they were last looked at. Odoo writes products and
 * partners for many reasons; only some change what lines say. Bounded, and lost with the process:
 * what is not known counts as different.
 */
final class Fingerprints {

    private final int limit;
    private final LinkedHashMap<String, List<JsonNode>> known = new LinkedHashMap<>();

    Fingerprints(int limit) {
        this.limit = limit;
    }

    /** Those records whose fields are not as they were when they were noted. */
    List<Row> different(String model, List<Row> rows, List<String> fields) {
        return rows.stream()
                .filter(row -> !of(row, fields).equals(known.get(key(model, row))))
                .toList();
    }

    /**
     * Notes how the fields of records are. Only where everything that is made of them is then made
     * again.
     */
    void note(String model, List<Row> rows, List<String> fields) {
        for (Row row : rows) {
            // Anew at the end, where the youngest are.
            known.remove(key(model, row));
            known.put(key(model, row), of(row, fields));
            if (known.size() > limit) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private static List<JsonNode> of(Row row, List<String> fields) {
        return fields.stream().map(field -> row.json().path(field)).toList();
    }

    private static String key(String model, Row row) {
        return model + "/" + row.id();
    }
}
