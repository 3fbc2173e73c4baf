package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.accounting.Bills;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command that drafts a vendor bill, one for each vendor and number. */
final class BillKind {

    private BillKind() {}

    static Outcome draft(Asked asked) {
        Row order = asked.openOrder();
        if (!List.of("purchase", "done").contains(order.text("state"))) {
            throw OdooError.user("Order %s is not confirmed".formatted(order.text("name")));
        }
        long vendor = order.ref("partner_id");
        Map<String, String> guard =
                Map.of(
                        "bill,%d,%d,%s".formatted(order.ref("company_id"), vendor, asked.value()),
                        asked.get("bill").path("date").asText());
        Optional<Row> known = known(asked.env(), vendor, asked.value());
        if (known.isPresent()) {
            return Outcome.duplicate().with(Bills.NAME + "," + known.get().id(), guard);
        }
        currency(asked);
        return Outcome.applied(Map.of())
                .with(Bills.NAME + "," + make(asked, order, vendor).id(), guard);
    }

    private static Optional<Row> known(Env env, long vendor, String number) {
        return env.by(Bills.NAME, "ref", number).stream()
                .filter(bill -> "in_invoice".equals(bill.text("move_type")))
                .filter(bill -> Long.valueOf(vendor).equals(bill.ref("partner_id")))
                .filter(bill -> !"cancel".equals(bill.text("state")))
                .findFirst();
    }

    private static void currency(Asked asked) {
        String name = asked.get("bill").path("currency").asText("");
        if (!name.isEmpty() && asked.env().by("res.currency", "name", name).isEmpty()) {
            throw OdooError.user("Currency %s is not active".formatted(name));
        }
    }

    private static Row make(Asked asked, Row order, long vendor) {
        Env env = asked.env();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "in_invoice");
        values.put("partner_id", vendor);
        values.put("ref", asked.value());
        values.put("invoice_date", Times.date(asked.get("bill").path("date").asText()));
        values.put("invoice_origin", order.text("name"));
        Row bill = env.model(Bills.NAME).create(env, values);
        for (JsonNode entry : asked.get("bill").path("lines")) {
            String id = entry.path("line_id").asText();
            Row line = asked.line(order, entry.path("line_id").asLong(), id);
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("move_id", bill.id());
            item.put("purchase_line_id", line.id());
            item.put("product_id", line.ref("product_id"));
            item.put("quantity", entry.path("quantity").asDouble());
            item.put("price_unit", entry.path("price").asDouble());
            env.model("account.move.line").create(env, item);
        }
        env.model(Bills.NAME).write(env, List.of(bill), Map.of());
        return bill;
    }
}
