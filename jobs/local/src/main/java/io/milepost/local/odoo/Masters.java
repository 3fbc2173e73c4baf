package io.milepost.local.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.LongConsumer;

/**
 * What orders refer to: suppliers, products, units, currencies, warehouses, incoterms. What Odoo
 * has is used, what it lacks is made.
 */
final class Masters {

    private static final int AT_ONCE = 200;
    private static final Map<String, String> UNITS =
            Map.of(
                    "C62", "product_uom_unit",
                    "KGM", "product_uom_kgm",
                    "MTR", "product_uom_meter");

    private final Rpc rpc;
    private final Map<String, Long> vendors = new HashMap<>();
    private final Map<String, Long> products = new HashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> receiptTypes = new HashMap<>();
    private final Map<String, Long> incoterms = new HashMap<>();
    private final Map<String, Long> currencies = new HashMap<>();
    private final Map<String, Long> units = new HashMap<>();

    Masters(Rpc rpc) {
        this.rpc = rpc;
    }

    /**
     * Makes the suppliers.
     *
     * @param ids the story's
     * @param mark what stands behind each name
     * @param before is told each id before it is made
     */
    void vendors(SortedSet<Long> ids, String mark, LongConsumer before)
            throws OdooException, InterruptedException {
        for (long id : ids) {
            before.accept(id);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", "Supplier %03d%s".formatted(id % 1000, mark));
            values.put("is_company", true);
            values.put("supplier_rank", 1);
            vendors.put(Long.toString(id), rpc.create("res.partner", values));
        }
    }

    /** Makes a product for each line, with the supplier's own number. */
    void products(Collection<Deed.WriteOrder> orders, String mark)
            throws OdooException, InterruptedException {
        List<Item> items = new ArrayList<>();
        orders.forEach(order -> order.lines().forEach(it -> items.add(new Item(order, it))));
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            products(items.subList(from, Math.min(items.size(), from + AT_ONCE)), mark);
        }
    }

    private record Item(Deed.WriteOrder order, Deed.NewLine line) {}

    private void products(List<Item> items, String mark)
            throws OdooException, InterruptedException {
        List<Map<String, Object>> made = new ArrayList<>();
        for (Item item : items) {
            Deed.NewLine line = item.line();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", "Item " + line.ownItem() + mark);
            values.put("default_code", line.ownItem());
            values.put("is_storable", true);
            values.put("categ_id", category(line.category()));
            values.put("uom_id", unit(line.unit()));
            if (mark.isEmpty()) {
                // Unique in a database: only where it is the demo's own.
                values.put("barcode", line.gtin());
            }
            made.add(values);
        }
        List<Long> ids = rpc.createAll("product.product", made);
        JsonNode rows = rpc.read("product.product", ids, "product_tmpl_id");
        List<Map<String, Object>> prices = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            products.put(item.line().key(), ids.get(i));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("partner_id", vendor(item.order().vendor()));
            values.put("product_tmpl_id", rows.get(i).get("product_tmpl_id").asLong());
            values.put("product_code", item.line().vendorItem());
            values.put("price", item.line().price());
            prices.add(values);
        }
        rpc.createAll("product.supplierinfo", prices);
    }

    long vendor(String id) {
        return vendors.get(id);
    }

    /** A supplier's database id; the story's own id where it is none of ours. */
    String vendorId(String id) {
        Long known = vendors.get(id);
        return known == null ? id : known.toString();
    }

    Collection<Long> vendorIds() {
        return vendors.values();
    }

    long product(String lineKey) {
        return products.get(lineKey);
    }

    Collection<Long> productIds() {
        return products.values();
    }

    long unit(String code) throws OdooException, InterruptedException {
        Long known = units.get(code);
        if (known == null) {
            List<List<?>> named =
                    List.of(List.of("module", "=", "uom"), List.of("name", "=", UNITS.get(code)));
            known = rpc.find("ir.model.data", named, "res_id").get(0).get("res_id").asLong();
            units.put(code, known);
        }
        return known;
    }

    long currency(String code) throws OdooException, InterruptedException {
        boolean isNew = !currencies.containsKey(code);
        long id = named(currencies, "res.currency", "name", code, Map.of("name", code));
        if (isNew) {
            // Odoo comes with all of them, but posts no bill in one that is not switched on.
            rpc.write("res.currency", id, Map.of("active", true));
        }
        return id;
    }

    long incoterm(String code) throws OdooException, InterruptedException {
        return named(
                incoterms, "account.incoterms", "code", code, Map.of("name", code, "code", code));
    }

    private long category(String name) throws OdooException, InterruptedException {
        return named(categories, "product.category", "name", name, Map.of("name", name));
    }

    /** The operation type by which goods come into a warehouse. */
    long receiptsInto(String warehouse) throws OdooException, InterruptedException {
        Long known = receiptTypes.get(warehouse);
        if (known == null) {
            Map<String, Object> values = Map.of("name", warehouse, "code", warehouse);
            long id = named(new HashMap<>(), "stock.warehouse", "code", warehouse, values);
            List<List<?>> incoming =
                    List.of(List.of("warehouse_id", "=", id), List.of("code", "=", "incoming"));
            known = rpc.find("stock.picking.type", incoming, "name").get(0).get("id").asLong();
            receiptTypes.put(warehouse, known);
        }
        return known;
    }

    private long named(
            Map<String, Long> known, String model, String field, String value, Map<String, ?> made)
            throws OdooException, InterruptedException {
        Long id = known.get(value);
        if (id == null) {
            JsonNode found = rpc.find(model, List.of(List.of(field, "=", value)), field);
            id = found.isEmpty() ? rpc.create(model, made) : found.get(0).get("id").asLong();
            known.put(value, id);
        }
        return id;
    }
}
