package io.milepost.odoo.embedded.action;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands about what customers were promised, of the sale orders that wait for a line. */
final class SaleKinds {
    private static final String SALE = "sale.order";

    private SaleKinds() {}

    static Outcome review(Asked asked) {
        Row order = asked.order();
        Row line = asked.line(order);
        List<String> made = new ArrayList<>();
        for (Row sale : sales(asked.env(), line)) {
            String product = asked.env().displayName("product.product", line.ref("product_id"));
            String note =
                    "%s of %s is promised for %s"
                            .formatted(product, order.text("name"), asked.value());
            made.add(
                    ChatterKinds.schedule(
                            asked, SALE, sale.id(), asked.text("note", note), sale.ref("user_id")));
        }
        return made.isEmpty() ? Outcome.duplicate() : Outcome.made(String.join(" ", made));
    }

    static Outcome set(Asked asked) {
        Row line = asked.line(asked.order());
        Instant promised = Times.written(asked.value());
        Env env = asked.env();
        List<String> made = new ArrayList<>();
        for (Row sale : sales(env, line)) {
            Instant current = sale.time("commitment_date");
            if (current == null || current.isBefore(promised)) {
                env.model(SALE).write(env, List.of(sale), Map.of("commitment_date", promised));
                made.add(SALE + "," + sale.id());
            }
        }
        return made.isEmpty() ? Outcome.duplicate() : Outcome.made(String.join(" ", made));
    }

    private static List<Row> sales(Env env, Row line) {
        Row sold = env.find("sale.order.line", line.ref("sale_line_id"));
        Row sale = sold == null ? null : env.find(SALE, sold.ref("order_id"));
        return Stream.ofNullable(sale).filter(row -> !"cancel".equals(row.text("state"))).toList();
    }
}
