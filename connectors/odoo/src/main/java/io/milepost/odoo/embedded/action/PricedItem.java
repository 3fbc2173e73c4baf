package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.List;
import java.util.Objects;

/**
 * The product that a vendor's item is, found by our number, else its GTIN, else the vendor's.
 *
 * @param vendor the partner
 * @param template the product
 * @param prices its rows in the vendor's price list
 */
record PricedItem(long vendor, long template, List<Row> prices) {
    private static final String PRODUCT = "product.product";

    static PricedItem find(Asked asked) {
        Env env = asked.env();
        JsonNode item = asked.get("item");
        String number = item.path("vendor").asText();
        Row vendor = env.find("res.partner", Long.valueOf(number));
        if (vendor == null) {
            throw OdooError.user("Vendor %s does not exist".formatted(number));
        }
        List<Long> templates = templates(env, vendor.id(), item);
        String names =
                "own number / GTIN / vendor number %s / %s / %s"
                        .formatted(
                                item.path("own_item").asText("-"),
                                item.path("gtin").asText("-"),
                                item.path("vendor_item").asText("-"));
        if (templates.isEmpty()) {
            throw OdooError.user("No product has " + names);
        }
        if (templates.size() > 1) {
            throw OdooError.user(templates.size() + " products have " + names);
        }
        long template = templates.get(0);
        List<Row> prices =
                env.by("product.supplierinfo", "product_tmpl_id", template).stream()
                        .filter(row -> row.ref("partner_id") == vendor.id())
                        .toList();
        return new PricedItem(vendor.id(), template, prices);
    }

    private static List<Long> templates(Env env, long vendor, JsonNode item) {
        List<Row> found = by(env, "default_code", item.path("own_item"));
        if (found.isEmpty()) {
            found = by(env, "barcode", item.path("gtin"));
        }
        if (!found.isEmpty() || !item.path("vendor_item").isTextual()) {
            return found.stream().map(row -> row.ref("product_tmpl_id")).distinct().toList();
        }
        return env.by("product.supplierinfo", "partner_id", vendor).stream()
                .filter(row -> item.path("vendor_item").asText().equals(row.text("product_code")))
                .map(row -> row.ref("product_tmpl_id"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Row> by(Env env, String field, JsonNode value) {
        return value.isTextual() ? env.by(PRODUCT, field, value.asText()) : List.of();
    }
}
