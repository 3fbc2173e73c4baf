package io.milepost.odoo.embedded.purchase;

import io.milepost.odoo.embedded.mail.Messages;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.Map;
import java.util.Objects;

/** One write to one line of an order, with everything that follows from it. */
final class LineWrite {

    private LineWrite() {}

    static void to(Env env, Row before, Map<String, Object> values) {
        Row order = OrderLines.order(env, before);
        boolean followed = OrderLines.isFollowedByStock(order);
        boolean quantity =
                values.containsKey("product_qty")
                        && !Objects.equals(before.get("product_qty"), values.get("product_qty"));
        if (followed && quantity) {
            note(env, before);
        }
        Row after = env.update(OrderLines.NAME, before.id(), values);
        LineStock.follow(env, after, values, followed);
        if (SupplierTerms.decide(values)) {
            Map<String, Object> terms = SupplierTerms.recompute(env, order, after);
            after = env.recompute(OrderLines.NAME, before.id(), terms);
        }
        if (followed && quantity) {
            LineStock.adjust(env, after);
        }
        Totals.refresh(env, order.id());
    }

    private static void note(Env env, Row line) {
        String html =
                "<p>The ordered quantity has been updated: %s</p>".formatted(line.text("name"));
        Messages.note(env, Orders.NAME, line.ref("order_id"), html);
    }
}
