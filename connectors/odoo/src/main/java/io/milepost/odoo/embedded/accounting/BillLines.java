package io.milepost.odoo.embedded.accounting;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of bills; only those with a product or a text, not the entries that balance them. */
public final class BillLines extends Model {
    /** Technical name of the model. */
    public static final String NAME = "account.move.line";

    /** The model. */
    public BillLines() {
        super(NAME, "Journal Item", "id");
        fields(
                many2one("move_id", "Journal Entry", Bills.NAME).required().indexed(),
                many2one("purchase_line_id", "Purchase Order Line", "purchase.order.line")
                        .indexed(),
                many2one("product_id", "Product", "product.product"),
                many2one("purchase_order_id", "Purchase Order", "purchase.order")
                        .computed(BillLines::order),
                chars("name", "Label"),
                many2one("product_uom_id", "Unit of Measure", "uom.uom"),
                of("quantity", Type.FLOAT, "Quantity"),
                of("price_unit", Type.FLOAT, "Unit Price"),
                of("discount", Type.FLOAT, "Discount (%)"),
                of("price_subtotal", Type.MONETARY, "Subtotal")
                        .computed((env, row) -> subtotal(row)),
                chars("display_type", "Display Type"),
                chars("parent_state", "Status")
                        .computed((env, row) -> bill(env, row).text("state")),
                many2one("company_id", "Company", "res.company")
                        .computed((env, row) -> bill(env, row).ref("company_id")));
    }

    private static Object order(Env env, Row line) {
        Row ordered = env.find("purchase.order.line", line.ref("purchase_line_id"));
        return ordered == null ? null : ordered.ref("order_id");
    }

    private static Row bill(Env env, Row line) {
        return env.row(Bills.NAME, line.ref("move_id"));
    }

    static double subtotal(Row line) {
        return line.number("quantity")
                * line.number("price_unit")
                * (1 - line.number("discount") / 100);
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("quantity", 1.0);
        defaults.put("price_unit", 0.0);
        defaults.put("display_type", "product");
        defaults.put("product_uom_id", 1L);
        Long product = (Long) values.get("product_id");
        if (product != null) {
            defaults.put("name", env.displayName("product.product", product));
        }
        return defaults;
    }

    @Override
    protected Row created(Env env, Row row) {
        Billed.refreshLine(env, row.ref("purchase_line_id"));
        return row;
    }

    @Override
    protected void written(Env env, Row before, Row after, Set<String> sent) {
        Billed.refreshLine(env, after.ref("purchase_line_id"));
        Billed.refresh(env, after.ref("move_id"));
    }

    @Override
    public void unlink(Env env, List<Row> rows) {
        super.unlink(env, rows);
        for (Row row : rows) {
            Billed.refreshLine(env, row.ref("purchase_line_id"));
            Billed.refresh(env, row.ref("move_id"));
        }
    }
}
