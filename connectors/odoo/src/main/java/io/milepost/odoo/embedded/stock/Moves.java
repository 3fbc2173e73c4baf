package io.milepost.odoo.embedded.stock;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2many;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;
import static io.milepost.odoo.embedded.model.Field.selection;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Movements of goods, one or more for each line of an order. */
public final class Moves extends Model {
    /** Technical name of the model. */
    public static final String NAME = "stock.move";

    /** The model. */
    public Moves() {
        super(NAME, "Stock Move", "sequence, id");
        fields(
                chars("name", "Description"),
                of("sequence", Type.INTEGER, "Sequence"),
                selection(
                        "state",
                        "Status",
                        "draft",
                        "waiting",
                        "confirmed",
                        "partially_available",
                        "assigned",
                        "done",
                        "cancel"),
                many2one("picking_id", "Transfer", Pickings.NAME).indexed(),
                many2one("purchase_line_id", "Purchase Order Line", "purchase.order.line")
                        .indexed(),
                many2one("product_id", "Product", "product.product").required(),
                many2one("product_uom", "UoM", "uom.uom"),
                many2one("location_id", "Source Location", "stock.location"),
                many2one("location_dest_id", "Destination Location", "stock.location"),
                many2one("group_id", "Procurement Group", "procurement.group"),
                many2one("company_id", "Company", "res.company"),
                of("product_uom_qty", Type.FLOAT, "Demand"),
                of("quantity", Type.FLOAT, "Quantity"),
                of("price_unit", Type.FLOAT, "Unit Price"),
                of("picked", Type.BOOLEAN, "Picked"),
                of("to_refund", Type.BOOLEAN, "Update quantities on SO/PO"),
                of("date", Type.DATETIME, "Date Scheduled"),
                of("date_deadline", Type.DATETIME, "Deadline"),
                of("delay_alert_date", Type.DATETIME, "Delay Alert Date"),
                of("forecast_expected_date", Type.DATETIME, "Forecasted Expected date"),
                of("reservation_date", Type.DATE, "Date to Reserve"),
                chars("origin", "Source Document"),
                many2many("move_line_ids", "Move Lines", "stock.move.line"),
                of("propagate_cancel", Type.BOOLEAN, "Propagate cancel and split"));
    }

    /** Whether goods are still to come. */
    public static boolean isOpen(Row move) {
        return !Set.of("done", "cancel").contains(move.text("state"));
    }

    /** Whether it is a receipt, not a return. */
    public static boolean isIncoming(Row move) {
        return move.ref("location_dest_id") == 8;
    }

    /** The moves of an order's line. */
    public static List<Row> ofLine(Env env, long line) {
        return env.by(NAME, "purchase_line_id", line);
    }

    /** The moves of an order's line by which goods are still to come in. */
    public static List<Row> expected(Env env, long line) {
        return ofLine(env, line).stream().filter(Moves::isOpen).filter(Moves::isIncoming).toList();
    }

    /** How a move counts for its line: a return counts unless it leaves the order as it is. */
    static int sign(Row move) {
        return isIncoming(move) ? 1 : move.flag("to_refund") ? -1 : 0;
    }

    /** How much of a line came or is to come, less what went or is to go back. */
    public static double procured(Env env, long line) {
        double procured = 0;
        for (Row move : ofLine(env, line)) {
            if (!"cancel".equals(move.text("state"))) {
                String field = "done".equals(move.text("state")) ? "quantity" : "product_uom_qty";
                procured += sign(move) * move.number(field);
            }
        }
        return procured;
    }

    private static Long unit(Row line) {
        Long named = line.ref("product_uom");
        return named == null ? line.ref("product_uom_id") : named;
    }

    /** Adds a move of an order's line to a picking. */
    public static Row make(Env env, Row picking, Row line, double quantity) {
        Instant planned = line.time("date_planned");
        boolean incoming = "incoming".equals(picking.text("picking_type_code"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", line.text("name"));
        values.put("sequence", 5L * (Pickings.moves(env, picking.id()).size() + 1));
        values.put("state", "assigned");
        values.put("picking_id", picking.id());
        values.put("purchase_line_id", line.id());
        values.put("product_id", line.ref("product_id"));
        values.put("product_uom", unit(line));
        values.put("location_id", picking.ref("location_id"));
        values.put("location_dest_id", picking.ref("location_dest_id"));
        values.put("group_id", picking.ref("group_id"));
        values.put("company_id", picking.ref("company_id"));
        values.put("product_uom_qty", quantity);
        values.put("quantity", quantity);
        values.put("price_unit", line.number("price_unit"));
        values.put("picked", false);
        values.put("to_refund", !incoming);
        values.put("date", planned);
        values.put("date_deadline", planned);
        values.put("reservation_date", env.today());
        values.put("origin", picking.text("origin"));
        values.put("move_line_ids", List.of(env.transaction().nextId("stock.move.line")));
        values.put("propagate_cancel", true);
        Row move = env.insert(env.model(NAME), values);
        Pickings.refresh(env, picking.id());
        return move;
    }

    @Override
    protected void written(Env env, Row before, Row after, Set<String> sent) {
        if (after.ref("picking_id") != null && isOpen(after) && sent.contains("date")) {
            Pickings.refresh(env, after.ref("picking_id"));
        }
    }
}
