package io.milepost.odoo.embedded.accounting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buttons of a bill, and the one of an order that makes a bill. */
public final class BillFlow {

    private BillFlow() {}

    /** Lets orders make bills. */
    public static void addTo(Model orders) {
        orders.method(Method.ofRecords("action_create_invoice", BillFlow::ofOrder));
    }

    static Answer post(Env env, Model model, Arguments arguments) {
        for (Row bill : env.rows(Bills.NAME, arguments.ids())) {
            if (bill.get("invoice_date") == null) {
                throw OdooError.user("The Bill/Refund date is required to validate this document.");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("state", "posted");
            if (bill.text("name") == null) {
                values.put("name", Bills.number(env, bill));
            }
            env.update(Bills.NAME, bill.id(), values);
        }
        return Answer.FALSE;
    }

    static Answer draft(Env env, Model model, Arguments arguments) {
        return setState(env, arguments, "draft");
    }

    static Answer cancel(Env env, Model model, Arguments arguments) {
        return setState(env, arguments, "cancel");
    }

    private static Answer setState(Env env, Arguments arguments, String state) {
        for (Row bill : env.rows(Bills.NAME, arguments.ids())) {
            env.update(Bills.NAME, bill.id(), Map.of("state", state));
            Billed.refreshAll(env, bill.id());
        }
        return Answer.NONE;
    }

    private static Answer ofOrder(Env env, Model model, Arguments arguments) {
        Row order = env.row(model.name(), arguments.ids().get(0));
        List<Row> lines =
                env.by("purchase.order.line", "order_id", order.id()).stream()
                        .filter(line -> toBill(env, line) > 0)
                        .toList();
        if (lines.isEmpty()) {
            throw OdooError.user(
                    "There is no invoiceable line. If a product has a control policy based on"
                            + " received quantity, please make sure that a quantity has been"
                            + " received.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "in_invoice");
        values.put("partner_id", order.ref("partner_id"));
        values.put("ref", order.text("partner_ref"));
        values.put("invoice_origin", order.text("name"));
        Row bill = env.model(Bills.NAME).create(env, values);
        for (Row line : lines) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("move_id", bill.id());
            item.put("purchase_line_id", line.id());
            item.put("product_id", line.ref("product_id"));
            item.put("quantity", toBill(env, line));
            item.put("price_unit", line.number("price_unit"));
            env.model(BillLines.NAME).create(env, item);
        }
        Billed.refresh(env, bill.id());
        return Answer.of(window(bill.id()));
    }

    private static double toBill(Env env, Row line) {
        Object open = env.model("purchase.order.line").field("qty_to_invoice").value(env, line);
        return (Double) open;
    }

    private static ObjectNode window(long bill) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("name", "Bills").put("type", "ir.actions.act_window");
        action.put("res_model", "account.move").put("res_id", bill);
        action.put("view_mode", "list,kanban,form,activity").put("target", "current");
        return action;
    }
}
