package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which lines were split off from which. Since that never changes, it is asked once for a line, and
 * only for lines that are not the first of their order: a part is younger than its line. Bounded,
 * and lost with the process: what is not known is asked again.
 */
final class Splits {

    private static final int LIMIT = 50_000;
    private static final long WHOLE = 0;

    private final Records rows;
    private final LinkedHashMap<Long, Long> known = new LinkedHashMap<>();

    Splits(Records rows) {
        this.rows = rows;
    }

    /**
     * The lines that parts were split off from, by the part's id.
     *
     * @param lines by order
     */
    Map<Long, Long> of(Map<Long, List<Row>> lines) throws OdooException, InterruptedException {
        TreeSet<Long> younger = new TreeSet<>();
        for (List<Row> ofOrder : lines.values()) {
            TreeSet<Long> ids = new TreeSet<>();
            ofOrder.forEach(line -> ids.add(line.id()));
            ids.pollFirst();
            younger.addAll(ids);
        }
        Map<Long, Long> result = new HashMap<>();
        TreeSet<Long> unknown = new TreeSet<>();
        for (Long id : younger) {
            Long parent = known.get(id);
            if (parent == null) {
                unknown.add(id);
            } else if (parent != WHOLE) {
                result.put(id, parent);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Long, Long> asked = rows.splitOf(unknown);
            result.putAll(asked);
            unknown.forEach(id -> note(id, asked.getOrDefault(id, WHOLE)));
        }
        return result;
    }

    private void note(Long id, Long parent) {
        known.put(id, parent);
        if (known.size() > LIMIT) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
