package io.milepost.odoo.embedded.accounting;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.purchase.Totals;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What bills, lines and orders know of each other. Drafts count, cancelled bills do not. */
final class Billed {
    private static final double TAX = 0.15;

    private Billed() {}

    /** The orders of a bill. */
    static List<Long> orders(Env env, long bill) {
        return env.by(BillLines.NAME, "move_id", bill).stream()
                .map(line -> line.ref("purchase_line_id"))
                .filter(Objects::nonNull)
                .map(line -> env.row("purchase.order.line", line).ref("order_id"))
                .distinct()
                .toList();
    }

    /** Amounts of a bill, and its place in its orders. */
    static Row refresh(Env env, long bill) {
        Row row = env.row(Bills.NAME, bill);
        double net =
                env.by(BillLines.NAME, "move_id", bill).stream()
                        .mapToDouble(BillLines::subtotal)
                        .sum();
        Map<String, Object> values = new LinkedHashMap<>();
        double total = Totals.cents(Totals.cents(net) + Totals.cents(net * TAX));
        values.put("amount_untaxed", Totals.cents(net));
        values.put("amount_tax", Totals.cents(net * TAX));
        values.put("amount_total", total);
        values.put("amount_residual", "paid".equals(row.text("payment_state")) ? 0.0 : total);
        Row refreshed = env.recompute(Bills.NAME, bill, values);
        for (long order : orders(env, bill)) {
            List<Long> bills = new ArrayList<>(env.row("purchase.order", order).ids("invoice_ids"));
            if (!bills.contains(bill)) {
                bills.add(bill);
                remember(env, order, bills);
            }
            Totals.refresh(env, order);
        }
        return refreshed;
    }

    /** Takes a bill out of an order. */
    static void forget(Env env, long order, long bill) {
        List<Long> bills = new ArrayList<>(env.row("purchase.order", order).ids("invoice_ids"));
        bills.remove(bill);
        remember(env, order, bills);
        Totals.refresh(env, order);
    }

    private static void remember(Env env, long order, List<Long> bills) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("invoice_ids", List.copyOf(bills));
        env.recompute("purchase.order", order, values);
    }

    /** How much of an order's line is billed. */
    static void refreshLine(Env env, Long line) {
        if (line == null) {
            return;
        }
        double billed = 0;
        for (Row item : env.by(BillLines.NAME, "purchase_line_id", line)) {
            Row bill = env.row(Bills.NAME, item.ref("move_id"));
            if (!"cancel".equals(bill.text("state"))) {
                int sign = "in_refund".equals(bill.text("move_type")) ? -1 : 1;
                billed += sign * item.number("quantity");
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("qty_invoiced", billed);
        env.recompute("purchase.order.line", line, values);
    }

    /** All lines and orders of a bill after its state changed. */
    static void refreshAll(Env env, long bill) {
        for (Row item : env.by(BillLines.NAME, "move_id", bill)) {
            refreshLine(env, item.ref("purchase_line_id"));
        }
        refresh(env, bill);
    }
}
