package io.milepost.odoo.embedded.purchase;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.stock.Moves;
import io.milepost.odoo.embedded.stock.Pickings;
import io.milepost.odoo.embedded.stock.Received;
import io.milepost.odoo.embedded.stock.Receiving;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a change of a line does to the goods that are expected. An open move is recognised by price
 * and deadline: when these went another way than the line's, more comes by a move of its own, and
 * less by a return of goods that never came.
 */
final class LineStock {
    private static final double NOTHING = 0.0000005;

    private LineStock() {}

    /** Deadlines and prices of open moves follow what was written; their own date does not. */
    static void follow(Env env, Row line, Map<String, Object> values, boolean prices) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (values.get("date_planned") != null) {
            changes.put("date_deadline", line.time("date_planned"));
        }
        if (prices && values.containsKey("price_unit")) {
            changes.put("price_unit", line.number("price_unit"));
        }
        if (changes.isEmpty()) {
            return;
        }
        for (Row move : Moves.ofLine(env, line.id())) {
            if (Moves.isOpen(move)) {
                env.recompute(Moves.NAME, move.id(), changes);
                Pickings.refresh(env, move.ref("picking_id"));
            }
        }
    }

    /** Brings what is expected in line with the line's quantity. */
    static void adjust(Env env, Row line) {
        Row product = env.find("product.product", line.ref("product_id"));
        if (product == null || !"consu".equals(product.text("type"))) {
            return;
        }
        if (line.number("product_qty") < line.number("qty_received")) {
            throw OdooError.user(
                    "You cannot decrease the ordered quantity below the received quantity.\n"
                            + "Create a return first.");
        }
        double missing = line.number("product_qty") - Moves.procured(env, line.id());
        if (missing > NOTHING) {
            raise(env, line, missing);
        } else if (missing < -NOTHING) {
            double left = cut(env, line, -missing);
            if (left > NOTHING) {
                Row back = Pickings.make(env, OrderLines.order(env, line), false);
                Moves.make(env, back, line, left);
            }
        }
        Received.refreshOrder(env, line.ref("order_id"));
    }

    private static void raise(Env env, Row line, double quantity) {
        Row picking = receipt(env, line);
        Row same =
                recognised(env, line).stream()
                        .filter(move -> move.ref("picking_id") == picking.id())
                        .findFirst()
                        .orElse(null);
        if (same == null) {
            Moves.make(env, picking, line, quantity);
        } else {
            setQuantity(env, same, same.number("product_uom_qty") + quantity);
        }
    }

    /** Tells what could not be cut. */
    private static double cut(Env env, Row line, double quantity) {
        double left = quantity;
        for (Row move : recognised(env, line)) {
            double cut = Math.min(left, move.number("product_uom_qty"));
            left -= cut;
            if (cut == move.number("product_uom_qty")) {
                Receiving.cancelMoves(env, List.of(move));
                Pickings.refresh(env, move.ref("picking_id"));
            } else if (cut > 0) {
                setQuantity(env, move, move.number("product_uom_qty") - cut);
            }
        }
        return left;
    }

    private static List<Row> recognised(Env env, Row line) {
        return Moves.expected(env, line.id()).stream()
                .filter(move -> move.number("price_unit") == line.number("price_unit"))
                .filter(
                        move ->
                                Objects.equals(
                                        move.time("date_deadline"), line.time("date_planned")))
                .toList();
    }

    private static void setQuantity(Env env, Row move, double quantity) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("product_uom_qty", quantity);
        changes.put("quantity", quantity);
        env.update(Moves.NAME, move.id(), changes);
    }

    /** The open receipt of the line, else of its order, else a new one. */
    private static Row receipt(Env env, Row line) {
        List<Row> open = Moves.expected(env, line.id());
        if (!open.isEmpty()) {
            return env.row(Pickings.NAME, open.get(0).ref("picking_id"));
        }
        Row order = OrderLines.order(env, line);
        return env.by(Pickings.NAME, "purchase_id", order.id()).stream()
                .filter(picking -> "incoming".equals(picking.text("picking_type_code")))
                .filter(picking -> "assigned".equals(picking.text("state")))
                .findFirst()
                .orElseGet(() -> Pickings.make(env, order, true));
    }
}
