package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CapturedColumn.DAY;
import static io.milepost.odoo.changes.CapturedColumn.FLAG;
import static io.milepost.odoo.changes.CapturedColumn.NUMBER;
import static io.milepost.odoo.changes.CapturedColumn.PART;
import static io.milepost.odoo.changes.CapturedColumn.TEXT;
import static io.milepost.odoo.changes.CapturedColumn.TIME;
import static io.milepost.odoo.changes.CapturedColumn.TRANSLATED;
import static io.milepost.odoo.changes.CapturedColumn.WHOLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A table of Odoo's database that events are made of. Kept are the columns that some event needs,
 * of the rows that some event needs.
 *
 * @param model Odoo's name of the model
 * @param columns what is kept, by name
 * @param indexed columns by whose value rows are looked up
 * @param needed whether a row is needed at all
 */
record CapturedTable(
        String model,
        Map<String, CapturedColumn> columns,
        List<String> indexed,
        Predicate<JsonNode> needed) {

    private static final Map<String, CapturedTable> ALL = all();

    /** The table of that name in the database; {@code null} if nothing is made of it. */
    static CapturedTable named(String table) {
        return ALL.get(table);
    }

    /** The table of a model. */
    static CapturedTable of(String model) {
        return ALL.get(model.replace('.', '_'));
    }

    /** Names of all tables, as they are in the database. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    private static Map<String, CapturedTable> all() {
        Map<String, CapturedTable> all = new TreeMap<>();
        add(
                all,
                table("purchase.order", "partner_id")
                        .with(WHOLE, "partner_id", "currency_id", "picking_type_id", "incoterm_id")
                        .with(WHOLE, "company_id")
                        .with(TEXT, "name", "state", "partner_ref")
                        .with(FLAG, "locked")
                        .with(TIME, "date_order", "date_approve", "date_planned", "write_date"));
        add(
                all,
                table("purchase.order.line", "order_id", "product_id")
                        .with(WHOLE, "order_id", "product_id", "product_uom", "product_uom_id")
                        .with(WHOLE, "sequence", "company_id")
                        .with(TEXT, "name", "display_type", "qty_received_method", "state")
                        .with(NUMBER, "product_qty", "price_unit", "discount", "qty_received")
                        .with(TIME, "date_planned", "write_date"));
        add(
                all,
                table("product.product", "product_tmpl_id")
                        .with(WHOLE, "product_tmpl_id")
                        .with(TEXT, "default_code", "barcode"));
        add(all, table("product.template", "categ_id").with(WHOLE, "categ_id"));
        add(all, table("product.category").with(TRANSLATED, "name", "complete_name"));
        add(
                all,
                table("product.supplierinfo", "product_tmpl_id")
                        .with(WHOLE, "partner_id", "product_id", "product_tmpl_id")
                        .with(WHOLE, "sequence", "company_id")
                        .with(TEXT, "product_code")
                        // Every confirmation of an order writes one without a number.
                        .needed(row -> row.has("product_code")));
        add(all, table("res.partner").with(WHOLE, "parent_id", "company_id").with(TEXT, "name"));
        add(all, table("res.currency").with(TEXT, "name"));
        add(all, table("account.incoterms").with(TEXT, "code"));
        add(all, table("stock.warehouse").with(TEXT, "code"));
        add(all, table("stock.picking.type").with(WHOLE, "warehouse_id").with(TEXT, "code"));
        add(
                all,
                table("uom.uom")
                        .with(TRANSLATED, "name")
                        .with(NUMBER, "factor", "relative_factor"));
        add(
                all,
                table("ir.model.data", "res_id")
                        .with(WHOLE, "res_id")
                        .with(TEXT, "module", "name", "model")
                        .needed(row -> row.path("model").asText().equals("uom.uom")));
        add(
                all,
                table("stock.picking")
                        .with(WHOLE, "picking_type_id", "company_id")
                        .with(TEXT, "name", "carrier_tracking_ref")
                        .with(TIME, "write_date"));
        add(
                all,
                table("stock.move", "picking_id")
                        .with(WHOLE, "purchase_line_id", "picking_id", "company_id")
                        .with(WHOLE, "product_uom", "product_uom_id")
                        .with(TEXT, "state")
                        .with(NUMBER, "product_uom_qty", "quantity")
                        .with(TIME, "date", "write_date")
                        .needed(row -> row.has("purchase_line_id")));
        add(
                all,
                table("account.move")
                        .with(WHOLE, "currency_id", "company_id")
                        .with(TEXT, "ref", "move_type", "state", "payment_state")
                        .with(DAY, "invoice_date", "date")
                        .with(TIME, "write_date")
                        .needed(row -> BillMapping.TYPES.contains(row.path("move_type").asText())));
        add(
                all,
                table("account.move.line", "move_id")
                        .with(WHOLE, "move_id", "purchase_line_id", "product_uom_id", "company_id")
                        .with(NUMBER, "quantity", "price_unit", "discount")
                        .with(TIME, "write_date")
                        .needed(row -> row.has("purchase_line_id")));
        add(
                all,
                table(SplitEffect.MODEL, "x_name")
                        .with(PART, "x_name")
                        .with(TEXT, "x_value")
                        // One for each command; only those of split lines say something of Odoo's.
                        .needed(row -> row.has("x_name")));
        return all;
    }

    private static void add(Map<String, CapturedTable> all, CapturedTable table) {
        all.put(table.model().replace('.', '_'), table);
    }

    private static CapturedTable table(String model, String... indexed) {
        return new CapturedTable(model, Map.of(), List.of(indexed), row -> true);
    }

    private CapturedTable with(CapturedColumn kind, String... names) {
        Map<String, CapturedColumn> more = new LinkedHashMap<>(columns);
        for (String name : names) {
            more.put(name, kind);
        }
        return new CapturedTable(model, more, indexed, needed);
    }

    private CapturedTable needed(Predicate<JsonNode> which) {
        return new CapturedTable(model, columns, indexed, which);
    }
}
