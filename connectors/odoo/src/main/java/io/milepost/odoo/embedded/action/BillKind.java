package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.accounting.BillLines;
import io.milepost.odoo.embedded.accounting.Bills;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command that drafts a vendor bill, one for each vendor and number. */
final class BillKind {

    private BillKind() {}

    static Outcome draft(Asked asked) {
        Row order = asked.openOrder();
        if (!List.of("purchase", "done").contains(order.text("state"))) {
            throw OdooError.user("Order %s is not confirmed".formatted(order.text("name")));
        }
        long vendor = order.ref("partner_id");
        String guard = "bill,%d,%d,%s".formatted(order.ref("company_id"), vendor, asked.value());
        Optional<Row> known = known(asked.env(), vendor, asked.value());
        if (known.isEmpty()) {
            currency(asked);
            return made(make(asked, order, vendor), guard);
        }
        Row bill = known.get();
        String made = asked.lastWritten(guard);
        List<JsonNode> missing = missing(asked, bill);
        if (missing.isEmpty() || !"draft".equals(bill.text("state")) || !name(bill).equals(made)) {
            return Outcome.duplicate().with(name(bill), Map.of(guard, made == null ? "" : made));
        }
        sameCurrency(asked, bill);
        missing.forEach(entry -> add(asked, order, bill, entry));
        asked.env().model(Bills.NAME).write(asked.env(), List.of(bill), Map.of());
        return made(bill, guard);
    }

    private static Outcome made(Row bill, String guard) {
        return Outcome.applied(Map.of()).with(name(bill), Map.of(guard, name(bill)));
    }

    private static String name(Row bill) {
        return Bills.NAME + "," + bill.id();
    }

    /** What the bill does not have yet: the lines of one invoice come one by one. */
    private static List<JsonNode> missing(Asked asked, Row bill) {
        Set<Long> billed = new HashSet<>();
        asked.env()
                .by(BillLines.NAME, "move_id", bill.id())
                .forEach(line -> billed.add(line.ref("purchase_line_id")));
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode entry : asked.get("bill").path("lines")) {
            if (!billed.contains(entry.path("line_id").asLong())) {
                missing.add(entry);
            }
        }
        return missing;
    }

    private static void sameCurrency(Asked asked, Row bill) {
        String wanted = asked.get("bill").path("currency").asText("");
        String has = asked.env().row("res.currency", bill.ref("currency_id")).text("name");
        if (!wanted.isEmpty() && !wanted.equals(has)) {
            throw OdooError.user(
                    "Bill %s is in %s, and not in %s".formatted(asked.value(), has, wanted));
        }
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
            add(asked, order, bill, entry);
        }
        env.model(Bills.NAME).write(env, List.of(bill), Map.of());
        return bill;
    }

    private static void add(Asked asked, Row order, Row bill, JsonNode entry) {
        Env env = asked.env();
        String id = entry.path("line_id").asText();
        Row line = asked.line(order, entry.path("line_id").asLong(), id);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("move_id", bill.id());
        item.put("purchase_line_id", line.id());
        item.put("product_id", line.ref("product_id"));
        item.put("quantity", entry.path("quantity").asDouble());
        item.put("price_unit", entry.path("price").asDouble());
        env.model(BillLines.NAME).create(env, item);
    }
}
