package io.milepost.scenarios.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table below a sentence.
 *
 * @param cells its cells, row by row
 */
record Table(List<List<String>> cells) {

    /** Rows by the names of the columns, which stand in the first one. Empty cells are left out. */
    List<Map<String, String>> rows() {
        List<String> names = cells.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : cells.subList(1, cells.size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    named.put(names.get(i), row.get(i));
                }
            }
            rows.add(named);
        }
        return rows;
    }

    /** The second cell of each row by its first. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (List<String> row : cells) {
            if (row.size() != 2) {
                throw new IllegalArgumentException(
                        "expected a table of two columns but found " + row.size());
            }
            pairs.put(row.get(0), row.get(1));
        }
        return pairs;
    }
}
