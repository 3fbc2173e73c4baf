package io.milepost.odoo.embedded.purchase;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.product.SupplierPrices;
import io.milepost.odoo.embedded.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Date, price and discount of a line as the supplier's price list says. */
final class SupplierTerms {
    /** Any of these in the same write keeps all of them: without one, the price list wins. */
    private static final Set<String> PROTECTING =
            Set.of("date_planned", "price_unit", "name", "discount");

    private SupplierTerms() {}

    /** Whether a write lets the price list decide. */
    static boolean decide(Map<String, Object> values) {
        return values.containsKey("product_qty")
                && values.keySet().stream().noneMatch(PROTECTING::contains);
    }

    /** What the price list says for a line of a new quantity: the trap. */
    static Map<String, Object> recompute(Env env, Row order, Row line) {
        Row product = env.find("product.product", line.ref("product_id"));
        boolean billed = !env.by("account.move.line", "purchase_line_id", line.id()).isEmpty();
        if (product == null || billed) {
            return Map.of();
        }
        Optional<Row> terms = select(env, order, product, line.number("product_qty"));
        Map<String, Object> values = new LinkedHashMap<>();
        if (terms.isPresent()) {
            values.put("date_planned", planned(order, terms.get()));
            values.put("price_unit", terms.get().number("price"));
            values.put("discount", terms.get().number("discount"));
        } else {
            values.put("discount", 0.0);
            if (SupplierPrices.hasAny(env, order.ref("partner_id"), product)) {
                values.put("price_unit", product.number("standard_price"));
            }
        }
        return values;
    }

    /** What a new line has unless its values say otherwise. */
    static Map<String, Object> ofNewLine(Env env, Map<String, Object> values, Row product) {
        Row order = env.row(Orders.NAME, (Long) values.get("order_id"));
        Object quantity = values.get("product_qty");
        Optional<Row> terms = select(env, order, product, quantity == null ? 1 : (Double) quantity);
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(
                "price_unit",
                terms.map(row -> row.number("price")).orElse(product.number("standard_price")));
        defaults.put(
                "date_planned",
                terms.map(row -> planned(order, row)).orElse(order.time("date_order")));
        return defaults;
    }

    private static Optional<Row> select(Env env, Row order, Row product, double quantity) {
        return SupplierPrices.select(
                env,
                order.ref("partner_id"),
                product,
                quantity,
                Times.day(order.time("date_order")));
    }

    private static Instant planned(Row order, Row terms) {
        return order.time("date_order").plus(Duration.ofDays((long) terms.number("delay")));
    }
}
