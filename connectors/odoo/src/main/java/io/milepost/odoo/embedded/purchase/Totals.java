package io.milepost.odoo.embedded.purchase;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an order knows from its lines and bills. */
public final class Totals {
    private static final double TAX = 0.15;

    private Totals() {}

    /** Computes it anew; touches the order only if something changed. */
    public static Row refresh(Env env, long order) {
        Row row = env.row(Orders.NAME, order);
        List<Row> lines = env.by(OrderLines.NAME, "order_id", order);
        double net = lines.stream().mapToDouble(OrderLines::subtotal).sum();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("amount_untaxed", cents(net));
        values.put("amount_tax", cents(net * TAX));
        values.put("amount_total", cents(cents(net) + cents(net * TAX)));
        values.put("invoice_status", invoiceStatus(env, row, lines));
        values.put("invoice_count", (long) row.ids("invoice_ids").size());
        Instant first =
                lines.stream()
                        .map(line -> line.time("date_planned"))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(row.time("date_planned"));
        values.put("date_planned", first);
        return env.recompute(Orders.NAME, order, values);
    }

    /** What of a line is still to be billed. */
    static Double toInvoice(Env env, Row line) {
        Row order = OrderLines.order(env, line);
        if (!Orders.isConfirmed(order)) {
            return 0.0;
        }
        Row product = env.find("product.product", line.ref("product_id"));
        boolean ordered = product != null && "purchase".equals(product.text("purchase_method"));
        double base = line.number(ordered ? "product_qty" : "qty_received");
        return base - line.number("qty_invoiced");
    }

    private static String invoiceStatus(Env env, Row order, List<Row> lines) {
        if (!Orders.isConfirmed(order)) {
            return "no";
        }
        if (lines.stream().anyMatch(line -> toInvoice(env, line) != 0)) {
            return "to invoice";
        }
        return order.ids("invoice_ids").isEmpty() ? "no" : "invoiced";
    }

    /** Rounded to whole cents. */
    public static double cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
