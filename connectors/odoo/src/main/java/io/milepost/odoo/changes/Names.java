package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Short names of what hardly ever changes: currencies, units, incoterms, warehouses. They are kept
 * for ten minutes; a change of one of them alone is no change of a line.
 */
final class Names {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Records rows;
    private final LongSupplier nanos;
    private final Map<String, Map<Long, Row>> kept = new HashMap<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private long since;

    Names(Records rows, LongSupplier nanos) {
        this.rows = rows;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Forgets what is too old. To be called between pieces of work, not within one. */
    void freshen() {
        if (nanos.getAsLong() - since > KEPT.toNanos()) {
            kept.clear();
            units.clear();
            since = nanos.getAsLong();
        }
    }

    /** Forgets one model's. */
    void forget(String model) {
        kept.remove(model);
    }

    /** A text of a record that was read; {@code null} for none. */
    String text(String model, Long id, String field) {
        Row row = id == null ? null : kept.getOrDefault(model, Map.of()).get(id);
        return row == null ? null : row.text(field);
    }

    Long ref(String model, Long id, String field) {
        Row row = id == null ? null : kept.getOrDefault(model, Map.of()).get(id);
        return row == null ? null : row.ref(field);
    }

    /** Reads those of some records that are not known yet. */
    void load(String model, Collection<Long> ids, List<String> fields)
            throws OdooException, InterruptedException {
        Map<Long, Row> known = kept.computeIfAbsent(model, any -> new HashMap<>());
        List<Long> unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<String> there = rows.present(model, fields);
        if (!there.isEmpty()) {
            known.putAll(rows.byId(model, unknown, there));
        }
    }

    /** Reads the warehouses of some operation types. */
    void loadWarehouses(Collection<Long> types) throws OdooException, InterruptedException {
        load("stock.picking.type", types, List.of("warehouse_id"));
        List<Long> warehouses =
                types.stream()
                        .map(type -> ref("stock.picking.type", type, "warehouse_id"))
                        .filter(id -> id != null)
                        .toList();
        load("stock.warehouse", warehouses, List.of("code"));
    }

    String warehouse(Long type) {
        Long warehouse = ref("stock.picking.type", type, "warehouse_id");
        return text("stock.warehouse", warehouse, "code");
    }

    /** Reads those of some units that are not known yet. */
    void loadUnits(Collection<Long> ids) throws OdooException, InterruptedException {
        TreeSet<Long> unknown =
                ids.stream()
                        .filter(id -> !units.containsKey(id))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (unknown.isEmpty()) {
            return;
        }
        units.putAll(rows.units(unknown));
    }

    /** A unit that was read; {@code null} if there is none. */
    Unit unit(Long id) {
        return id == null ? null : units.get(id);
    }

    /** Reads currencies. */
    void loadCurrencies(Collection<Long> ids) throws OdooException, InterruptedException {
        load("res.currency", ids, List.of("name"));
    }

    String currency(Long id) {
        return text("res.currency", id, "name");
    }
}
