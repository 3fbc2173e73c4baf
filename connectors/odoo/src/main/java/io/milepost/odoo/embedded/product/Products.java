package io.milepost.odoo.embedded.product;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Products, each with a template of its own. */
public final class Products extends Model {

    /** The model. */
    public Products() {
        super("product.product", "Product Variant", "default_code, name, id");
        fields(
                chars("name", "Name").required(),
                chars("default_code", "Internal Reference").indexed(),
                chars("barcode", "Barcode").indexed(),
                chars("type", "Product Type"),
                chars("purchase_method", "Control Policy"),
                of("is_storable", Type.BOOLEAN, "Track Inventory"),
                of("active", Type.BOOLEAN, "Active"),
                of("standard_price", Type.FLOAT, "Cost"),
                many2one("uom_id", "Unit of Measure", "uom.uom"),
                many2one("categ_id", "Product Category", "product.category"),
                many2one("product_tmpl_id", "Product Template", "product.template").indexed());
    }

    /** Templates. */
    public static Model templates() {
        return new Model("product.template", "Product", "name, id")
                .fields(
                        chars("name", "Name").required(),
                        chars("default_code", "Internal Reference").indexed(),
                        of("active", Type.BOOLEAN, "Active"));
    }

    @Override
    public Row create(Env env, Map<String, Object> values) {
        env.models().rights().require(env, this, "create");
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (all.get("product_tmpl_id") == null) {
            Map<String, Object> template = new LinkedHashMap<>();
            template.put("name", values.get("name"));
            template.put("default_code", values.get("default_code"));
            all.put("product_tmpl_id", env.model("product.template").create(env, template).id());
        }
        return super.create(env, all);
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("type", "consu");
        defaults.put("purchase_method", "receive");
        defaults.put("uom_id", 1L);
        defaults.put("categ_id", 1L);
        defaults.put("active", true);
        return defaults;
    }

    @Override
    public String displayName(Env env, Row row) {
        String code = row.text("default_code");
        return code == null ? row.text("name") : "[%s] %s".formatted(code, row.text("name"));
    }
}
