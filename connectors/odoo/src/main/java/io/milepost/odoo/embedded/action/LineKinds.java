package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.purchase.OrderLines;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that change lines. A quantity is never written without a date. */
final class LineKinds {
    private static final String LINE = "purchase.order.line";

    private LineKinds() {}

    static Outcome date(Asked asked) {
        Row line = asked.line(asked.changeableOrder());
        String target = target(line, "date_planned");
        Outcome settled = asked.settled(target, Asked.stamp(line.time("date_planned")), false);
        if (settled != null) {
            return settled;
        }
        write(asked, line, Map.of("date_planned", Times.written(asked.value())));
        return Outcome.applied(Map.of(target, date(asked, line)));
    }

    static Outcome quantity(Asked asked) {
        Row order = asked.changeableOrder();
        Row line = asked.line(order);
        String target = target(line, "product_qty");
        Outcome settled = asked.settled(target, Asked.amount(line.number("product_qty")), true);
        if (settled != null) {
            return settled;
        }
        Object current =
                line.time("date_planned") == null
                        ? order.time("date_order")
                        : line.time("date_planned");
        Object date = asked.has("date") ? Times.written(asked.text("date", "")) : current;
        write(
                asked,
                line,
                Map.of("product_qty", Double.valueOf(asked.value()), "date_planned", date));
        Map<String, String> written = new LinkedHashMap<>();
        written.put(target, quantity(asked, line));
        if (asked.has("date")) {
            written.put(target(line, "date_planned"), date(asked, line));
        }
        return Outcome.applied(written);
    }

    static Outcome split(Asked asked) {
        Row order = asked.changeableOrder();
        Row line = asked.line(order);
        double total = 0;
        for (JsonNode part : asked.get("parts")) {
            total += part.path("quantity").asDouble();
        }
        String found = Asked.amount(line.number("product_qty"));
        if (!Asked.same(found, Asked.amount(total), true)) {
            return Outcome.conflict(found);
        }
        List<Double> quantities = quantities(asked, line);
        List<String> made = new ArrayList<>();
        Map<String, String> written = new LinkedHashMap<>();
        Model lines = asked.env().model(LINE);
        boolean first = true;
        for (int at = 0; at < quantities.size(); at++) {
            Map<String, Object> values = part(asked.get("parts").get(at), quantities.get(at));
            if (first) {
                write(asked, line, values);
            } else {
                Row child = lines.create(asked.env(), copy(line, values));
                made.add(LINE + "," + child.id());
                written.put(target(child, "split_of"), Long.toString(line.id()));
            }
            first = false;
        }
        written.put(target(line, "product_qty"), quantity(asked, line));
        written.put(target(line, "date_planned"), date(asked, line));
        return Outcome.applied(written).with(String.join(" ", made), written);
    }

    /** In the decimals of the database; what rounding takes or adds, the last part bears. */
    private static List<Double> quantities(Asked asked, Row line) {
        List<Double> quantities = new ArrayList<>();
        double rest = line.number("product_qty");
        for (JsonNode part : asked.get("parts")) {
            double quantity = OrderLines.rounded(part.path("quantity").asDouble());
            quantities.add(quantity);
            rest = OrderLines.rounded(rest - quantity);
        }
        int last = quantities.size() - 1;
        quantities.set(last, OrderLines.rounded(quantities.get(last) + rest));
        if (Collections.min(quantities) <= 0) {
            throw OdooError.user(
                    "A part of line %d is too small for 2 decimals".formatted(line.id()));
        }
        return quantities;
    }

    private static Map<String, Object> part(JsonNode part, double quantity) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_qty", quantity);
        values.put("date_planned", Times.written(part.path("date").asText()));
        return values;
    }

    private static Map<String, Object> copy(Row line, Map<String, Object> changes) {
        Map<String, Object> values = new LinkedHashMap<>(line.values());
        for (String own :
                List.of("create_date", "create_uid", "write_date", "write_uid", "move_dest_ids")) {
            values.remove(own);
        }
        values.put("qty_received", 0.0);
        values.put("qty_invoiced", 0.0);
        values.putAll(changes);
        return values;
    }

    private static void write(Asked asked, Row line, Map<String, Object> values) {
        asked.env().model(LINE).write(asked.env(), List.of(line), values);
    }

    private static String target(Row line, String field) {
        return "%s,%d,%s".formatted(LINE, line.id(), field);
    }

    private static String date(Asked asked, Row line) {
        return Asked.stamp(asked.env().row(LINE, line.id()).time("date_planned"));
    }

    private static String quantity(Asked asked, Row line) {
        return Asked.amount(asked.env().row(LINE, line.id()).number("product_qty"));
    }
}
