package io.milepost.odoo.embedded.stock;

import io.milepost.odoo.embedded.mail.Messages;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.purchase.Totals;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an order and its lines know of the goods that came in. */
public final class Received {

    private Received() {}

    /** Computes it anew; touches only what changed. */
    public static void refreshOrder(Env env, Long order) {
        if (order == null || env.find("purchase.order", order) == null) {
            return;
        }
        for (Row line : env.by("purchase.order.line", "order_id", order)) {
            refreshLine(env, line);
        }
        List<Row> pickings = env.by(Pickings.NAME, "purchase_id", order);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("receipt_status", status(pickings));
        values.put("effective_date", first(pickings));
        env.recompute("purchase.order", order, values);
        Totals.refresh(env, order);
    }

    private static void refreshLine(Env env, Row line) {
        double received = 0;
        for (Row move : Moves.ofLine(env, line.id())) {
            if ("done".equals(move.text("state"))) {
                received += Moves.sign(move) * move.number("quantity");
            }
        }
        boolean byStock = "stock_moves".equals(line.text("qty_received_method"));
        if (byStock && received != line.number("qty_received")) {
            env.recompute("purchase.order.line", line.id(), Map.of("qty_received", received));
            note(env, line);
        }
    }

    private static void note(Env env, Row line) {
        Row order = env.row("purchase.order", line.ref("order_id"));
        if ("purchase".equals(order.text("state"))) {
            String html =
                    "<p>The received quantity has been updated: %s</p>"
                            .formatted(line.text("name"));
            Messages.note(env, "purchase.order", order.id(), html);
        }
    }

    private static String status(List<Row> pickings) {
        List<String> states =
                pickings.stream()
                        .map(picking -> picking.text("state"))
                        .filter(state -> !state.equals("cancel"))
                        .toList();
        if (states.isEmpty()) {
            return null;
        }
        long done = states.stream().filter("done"::equals).count();
        return done == states.size() ? "full" : done > 0 ? "partial" : "pending";
    }

    private static Instant first(List<Row> pickings) {
        return pickings.stream()
                .map(picking -> picking.time("date_done"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
