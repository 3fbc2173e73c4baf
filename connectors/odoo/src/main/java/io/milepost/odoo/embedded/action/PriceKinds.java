package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands about supplier prices and lead times. Units are not converted. */
final class PriceKinds {
    private static final String PRICES = "product.supplierinfo";

    private PriceKinds() {}

    static Outcome price(Asked asked) {
        PricedItem item = PricedItem.find(asked);
        Env env = asked.env();
        double lowest = asked.get("price").path("min_quantity").asDouble();
        List<Row> tier = item.prices().stream().filter(row -> isTier(row, lowest)).toList();
        if (!asked.has("value")) {
            return tier.isEmpty() ? Outcome.duplicate() : end(env, tier);
        }
        Map<String, Object> values = terms(asked);
        if (!tier.isEmpty()) {
            env.model(PRICES).write(env, tier, values);
            return Outcome.applied(Map.of());
        }
        values.put("partner_id", item.vendor());
        values.put("product_tmpl_id", item.template());
        values.put("min_qty", lowest);
        values.put("product_code", asked.get("item").path("vendor_item").textValue());
        return Outcome.made(PRICES + "," + env.model(PRICES).create(env, values).id());
    }

    static Outcome leadTime(Asked asked) {
        PricedItem item = PricedItem.find(asked);
        if (item.prices().isEmpty()) {
            throw OdooError.user(
                    "Vendor %s has no price of this product yet"
                            .formatted(asked.get("item").path("vendor").asText()));
        }
        long days = asked.has("value") ? asked.get("value").asLong() : 1;
        if (item.prices().stream().allMatch(row -> row.number("delay") == days)) {
            return Outcome.duplicate();
        }
        Env env = asked.env();
        env.model(PRICES).write(env, item.prices(), Map.of("delay", days));
        return Outcome.applied(Map.of());
    }

    /** Rows from 0 on and from 1 on are one: Odoo makes the latter by itself. */
    private static boolean isTier(Row row, double lowest) {
        return Math.abs(row.number("min_qty") - lowest) < 0.0000005
                || row.number("min_qty") <= 1 && lowest <= 1;
    }

    private static Outcome end(Env env, List<Row> tier) {
        Map<String, Object> ended = new LinkedHashMap<>();
        ended.put("date_end", env.today().minusDays(1));
        env.model(PRICES).write(env, tier, ended);
        return Outcome.applied(Map.of());
    }

    private static Map<String, Object> terms(Asked asked) {
        JsonNode price = asked.get("price");
        List<Row> currency =
                asked.env().by("res.currency", "name", price.path("currency").asText());
        if (currency.isEmpty()) {
            throw OdooError.user(
                    "Currency %s is not active".formatted(price.path("currency").asText()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("price", Double.valueOf(asked.value()));
        values.put("currency_id", currency.get(0).id());
        values.put("date_start", day(price.path("valid_from")));
        values.put("date_end", day(price.path("valid_to")));
        return values;
    }

    private static Object day(JsonNode text) {
        return text.isTextual() ? Times.date(text.asText()) : null;
    }
}
