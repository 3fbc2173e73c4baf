package io.milepost.odoo.embedded.purchase;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.product.SupplierPrices;
import io.milepost.odoo.embedded.stock.Pickings;
import io.milepost.odoo.embedded.stock.Received;
import io.milepost.odoo.embedded.stock.Receiving;
import io.milepost.odoo.embedded.store.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buttons of an order. */
final class OrderFlow {

    private OrderFlow() {}

    /** Agrees on an order: remembers prices and expects goods. */
    static Answer confirm(Env env, Model model, Arguments arguments) {
        for (Row order : env.rows(Orders.NAME, arguments.ids())) {
            if (Set.of("draft", "sent", "to approve").contains(order.text("state"))) {
                confirm(env, order);
            }
        }
        return Answer.TRUE;
    }

    private static void confirm(Env env, Row draft) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", draft.text("name"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", "purchase");
        values.put("date_approve", env.now());
        values.put("group_id", env.model("procurement.group").create(env.sudo(), group).id());
        Row order = env.update(Orders.NAME, draft.id(), values);
        List<Row> lines =
                env.by(OrderLines.NAME, "order_id", order.id()).stream()
                        .filter(line -> line.ref("product_id") != null)
                        .sorted(Comparator.comparing(line -> line.time("date_planned")))
                        .toList();
        for (Row line : lines) {
            SupplierPrices.rememberFrom(env, order, line);
            LineStock.adjust(env, line);
        }
        for (Row line : lines) {
            env.update(OrderLines.NAME, line.id(), Map.of());
        }
        Totals.refresh(env, order.id());
    }

    /** Ends an order of which nothing came in and nothing is billed. */
    static Answer cancel(Env env, Model model, Arguments arguments) {
        for (Row order : env.rows(Orders.NAME, arguments.ids())) {
            List<Row> pickings = env.by(Pickings.NAME, "purchase_id", order.id());
            if (pickings.stream().anyMatch(picking -> "done".equals(picking.text("state")))) {
                throw OdooError.user(
                        "Unable to cancel purchase order(s): %s since they have receipts that are already done."
                                .formatted(env.displayName(Orders.NAME, order.id())));
            }
            refuseBilled(env, order);
            for (Row picking : pickings) {
                Receiving.cancelMoves(env, Pickings.moves(env, picking.id()));
                Pickings.refresh(env, picking.id());
            }
            setState(env, order, "cancel");
            Received.refreshOrder(env, order.id());
        }
        return Answer.NONE;
    }

    private static void refuseBilled(Env env, Row order) {
        boolean billed =
                order.ids("invoice_ids").stream()
                        .map(bill -> env.find("account.move", bill))
                        .anyMatch(bill -> bill != null && "posted".equals(bill.text("state")));
        if (billed) {
            throw OdooError.user(
                    "Unable to cancel purchase order(s): %s. You must first cancel their related vendor bills."
                            .formatted(env.displayName(Orders.NAME, order.id())));
        }
    }

    /** Back to a draft. */
    static Answer draft(Env env, Model model, Arguments arguments) {
        env.rows(Orders.NAME, arguments.ids()).forEach(order -> setState(env, order, "draft"));
        return Answer.of(JsonNodeFactory.instance.objectNode());
    }

    /** Locks: the order is over, though writes still go through. */
    static Answer lock(Env env, Model model, Arguments arguments) {
        for (Row order : env.rows(Orders.NAME, arguments.ids())) {
            if (env.series() < 19) {
                setState(env, order, "done");
            } else {
                env.update(Orders.NAME, order.id(), Map.of("locked", true));
            }
        }
        return Answer.NONE;
    }

    /** Opens a locked order. */
    static Answer unlock(Env env, Model model, Arguments arguments) {
        for (Row order : env.rows(Orders.NAME, arguments.ids())) {
            if (env.series() < 19) {
                setState(env, order, "purchase");
            } else {
                env.update(Orders.NAME, order.id(), Map.of("locked", false));
            }
        }
        return Answer.NONE;
    }

    /** The state is kept in the lines as well, so they are written, too. */
    private static void setState(Env env, Row order, String state) {
        env.update(Orders.NAME, order.id(), Map.of("state", state));
        for (Row line : env.by(OrderLines.NAME, "order_id", order.id())) {
            env.update(OrderLines.NAME, line.id(), Map.of());
        }
        Totals.refresh(env, order.id());
    }
}
