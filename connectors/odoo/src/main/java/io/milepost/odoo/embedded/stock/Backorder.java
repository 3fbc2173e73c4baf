package io.milepost.odoo.embedded.stock;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a picking into what came in and what is still expected. */
final class Backorder {
    private final Env env;
    private final Row picking;
    private final boolean wanted;
    private Row rest;

    Backorder(Env env, Row picking, boolean wanted) {
        this.env = env;
        this.picking = picking;
        this.wanted = wanted;
    }

    /** Takes in a quantity of a move. */
    void take(Row move, double quantity) {
        double missing = move.number("product_uom_qty") - quantity;
        if (quantity <= 0) {
            later(move);
            return;
        }
        if (missing > 0 && wanted) {
            env.insert(env.model(Moves.NAME), remaining(move, missing));
        }
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("state", "done");
        done.put("picked", true);
        done.put("quantity", quantity);
        done.put("product_uom_qty", quantity);
        done.put("date", env.now());
        env.update(Moves.NAME, move.id(), done);
    }

    /** Ends the picking. */
    void close() {
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("state", "done");
        done.put("date_done", env.now());
        env.update(Pickings.NAME, picking.id(), done);
        if (rest != null) {
            Pickings.refresh(env, rest.id());
        }
    }

    private void later(Row move) {
        if (wanted) {
            Map<String, Object> moved = new LinkedHashMap<>();
            moved.put("picking_id", rest().id());
            moved.put("quantity", move.number("product_uom_qty"));
            env.update(Moves.NAME, move.id(), moved);
        } else {
            Receiving.cancelMoves(env, List.of(move));
        }
    }

    private Map<String, Object> remaining(Row move, double quantity) {
        Map<String, Object> values = new LinkedHashMap<>(move.values());
        values.put("picking_id", rest().id());
        values.put("quantity", quantity);
        values.put("product_uom_qty", quantity);
        values.put("picked", false);
        values.put("move_line_ids", List.of(env.transaction().nextId("stock.move.line")));
        return values;
    }

    private Row rest() {
        if (rest == null) {
            Row order = env.row("purchase.order", picking.ref("purchase_id"));
            boolean incoming = "incoming".equals(picking.text("picking_type_code"));
            rest = Pickings.make(env, order, incoming);
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("backorder_id", picking.id());
            env.update(Pickings.NAME, rest.id(), of);
        }
        return rest;
    }
}
