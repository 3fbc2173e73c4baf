package io.milepost.odoo.embedded.product;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What suppliers ask for a product, from which quantity on, and how long they take. */
public final class SupplierPrices extends Model {
    private static final String NAME = "product.supplierinfo";

    /** The model. */
    public SupplierPrices() {
        super(NAME, "Supplier Pricelist", "sequence, min_qty desc, price, id");
        fields(
                many2one("partner_id", "Vendor", "res.partner").required().indexed(),
                many2one("product_tmpl_id", "Product Template", "product.template").indexed(),
                many2one("product_id", "Product Variant", "product.product").indexed(),
                many2one("currency_id", "Currency", "res.currency"),
                many2one("company_id", "Company", "res.company"),
                chars("product_code", "Vendor Product Code"),
                chars("product_name", "Vendor Product Name"),
                of("sequence", Type.INTEGER, "Sequence"),
                of("min_qty", Type.FLOAT, "Quantity"),
                of("price", Type.FLOAT, "Price"),
                of("discount", Type.FLOAT, "Discount (%)"),
                of("delay", Type.INTEGER, "Delivery Lead Time"),
                of("date_start", Type.DATE, "Start Date"),
                of("date_end", Type.DATE, "End Date"));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("sequence", 1L);
        defaults.put("delay", 1L);
        defaults.put("price", 0.0);
        defaults.put("min_qty", 0.0);
        defaults.put("currency_id", 1L);
        defaults.put("company_id", 1L);
        Row product = env.find("product.product", (Long) values.get("product_id"));
        if (product != null) {
            defaults.put("product_tmpl_id", product.ref("product_tmpl_id"));
        }
        return defaults;
    }

    @Override
    public String displayName(Env env, Row row) {
        return env.displayName("res.partner", row.ref("partner_id"));
    }

    /** The price that holds for a quantity of a product on a day; empty if the vendor has none. */
    public static Optional<Row> select(
            Env env, long partner, Row product, double quantity, LocalDate day) {
        return ofProduct(env, product).stream()
                .filter(price -> price.ref("partner_id") == partner)
                .filter(price -> price.number("min_qty") <= quantity)
                .filter(price -> holds(price, day))
                .min(
                        Comparator.comparingDouble(SupplierPrices::discounted)
                                .thenComparingDouble(price -> price.number("sequence"))
                                .thenComparing(Row::id));
    }

    private static double discounted(Row price) {
        return price.number("price") * (1 - price.number("discount") / 100);
    }

    /** Whether a vendor has a price of a product, for whatever quantity and day. */
    public static boolean hasAny(Env env, long partner, Row product) {
        return ofProduct(env, product).stream()
                .anyMatch(price -> price.ref("partner_id") == partner);
    }

    /** Adds the vendor to those of a product unless it is one: what a confirmation does. */
    static void remember(Env env, long partner, Row product, double price) {
        List<Row> known = ofProduct(env, product);
        boolean isKnown = known.stream().anyMatch(row -> row.ref("partner_id") == partner);
        if (isKnown || known.size() > 10) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("partner_id", partner);
        values.put("product_tmpl_id", product.ref("product_tmpl_id"));
        long last =
                (long) known.stream().mapToDouble(row -> row.number("sequence")).max().orElse(0);
        values.put("sequence", last + 1);
        values.put("min_qty", 1.0);
        values.put("price", price);
        values.put("delay", 0L);
        env.model(NAME).create(env.sudo(), values);
    }

    /** Remembers what was paid in an order. */
    public static void rememberFrom(Env env, Row order, Row line) {
        Row product = env.find("product.product", line.ref("product_id"));
        if (product != null) {
            remember(env, order.ref("partner_id"), product, line.number("price_unit"));
        }
    }

    private static List<Row> ofProduct(Env env, Row product) {
        return env.by(NAME, "product_tmpl_id", product.ref("product_tmpl_id")).stream()
                .filter(
                        price ->
                                price.ref("product_id") == null
                                        || price.ref("product_id") == product.id())
                .toList();
    }

    private static boolean holds(Row price, LocalDate day) {
        LocalDate start = (LocalDate) price.get("date_start");
        LocalDate end = (LocalDate) price.get("date_end");
        return (start == null || !day.isBefore(start)) && (end == null || !day.isAfter(end));
    }
}
