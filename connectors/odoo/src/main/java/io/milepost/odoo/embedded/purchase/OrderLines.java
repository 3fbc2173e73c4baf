package io.milepost.odoo.embedded.purchase;

import static io.milepost.odoo.embedded.model.Field.many2many;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;
import static io.milepost.odoo.embedded.model.Field.one2many;
import static io.milepost.odoo.embedded.model.Field.selection;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.stock.Moves;
import io.milepost.odoo.embedded.store.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of purchase orders, with the trap of a quantity that is written alone. */
public final class OrderLines extends Model {
    /** Technical name of the model. */
    public static final String NAME = "purchase.order.line";

    private static final int DECIMALS = 2;

    private final String taxes;
    private final String unit;

    /** The model as a release has it. */
    public OrderLines(int series) {
        super(NAME, "Purchase Order Line", "order_id, sequence, id");
        taxes = series < 19 ? "taxes_id" : "tax_ids";
        unit = series < 19 ? "product_uom" : "product_uom_id";
        fields(
                many2one("order_id", "Order Reference", Orders.NAME).required().indexed(),
                of("sequence", Type.INTEGER, "Sequence"),
                of("name", Type.TEXT, "Description").required(),
                many2one("product_id", "Product", "product.product"),
                selection("display_type", "Display Type", "line_section", "line_note"),
                of("product_qty", Type.FLOAT, "Quantity"),
                of("product_uom_qty", Type.FLOAT, "Total Quantity")
                        .computed((env, row) -> row.get("product_qty")),
                many2one(unit, "Unit of Measure", "uom.uom"),
                of("price_unit", Type.FLOAT, "Unit Price").required(),
                of("discount", Type.FLOAT, "Discount (%)"),
                of("price_subtotal", Type.MONETARY, "Subtotal")
                        .computed((env, row) -> subtotal(row)),
                many2many(taxes, "Taxes", "account.tax"),
                of("date_planned", Type.DATETIME, "Expected Arrival").indexed(),
                of("qty_received", Type.FLOAT, "Received Qty"),
                selection("qty_received_method", "Received Qty Method", "manual", "stock_moves"),
                of("qty_invoiced", Type.FLOAT, "Billed Qty"),
                of("qty_to_invoice", Type.FLOAT, "To Invoice Quantity").computed(Totals::toInvoice),
                many2one("sale_line_id", "Origin Sale Item", "sale.order.line"),
                one2many("move_ids", "Reservation", Moves.NAME, "purchase_line_id"),
                one2many("invoice_lines", "Bill Lines", "account.move.line", "purchase_line_id"));
        for (String field : List.of("state", "date_order", "date_approve")) {
            fields(ofOrder(field, new Orders(series)));
        }
        for (String field : List.of("partner_id", "company_id", "currency_id")) {
            fields(ofOrder(field, new Orders(series)));
        }
    }

    private static Field ofOrder(String name, Model orders) {
        Field there = orders.field(name);
        Field here =
                there.type() == Type.MANY2ONE
                        ? many2one(name, there.label(), there.relation())
                        : of(name, there.type(), there.label());
        return here.computed((env, row) -> order(env, row).get(name));
    }

    /** The order of a line. */
    static Row order(Env env, Row line) {
        return env.row(Orders.NAME, line.ref("order_id"));
    }

    /** Whether goods follow what is written to an order: not any more once it is locked. */
    static boolean isFollowedByStock(Row order) {
        return "purchase".equals(order.text("state"));
    }

    static double subtotal(Row row) {
        double full = row.number("product_qty") * row.number("price_unit");
        return Totals.cents(full * (1 - row.number("discount") / 100));
    }

    @Override
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("sequence", 10L);
        defaults.put("discount", 0.0);
        defaults.put("qty_received", 0.0);
        defaults.put("qty_invoiced", 0.0);
        Row product = env.find("product.product", (Long) values.get("product_id"));
        if (values.get("display_type") != null) {
            defaults.put("price_unit", 0.0);
            return defaults;
        }
        defaults.put("product_qty", 1.0);
        boolean goods = product == null || "consu".equals(product.text("type"));
        defaults.put("qty_received_method", goods ? "stock_moves" : "manual");
        defaults.put(taxes, List.of(2L));
        defaults.put(unit, 1L);
        if (product != null) {
            defaults.put("name", env.displayName("product.product", product.id()));
            defaults.putAll(SupplierTerms.ofNewLine(env, values, product));
        }
        return defaults;
    }

    @Override
    public Row create(Env env, Map<String, Object> values) {
        return super.create(env, rounded(values));
    }

    /** With a quantity in the two decimals that a server keeps unless it is told otherwise. */
    private static Map<String, Object> rounded(Map<String, Object> values) {
        if (!(values.get("product_qty") instanceof Double quantity)) {
            return values;
        }
        Map<String, Object> rounded = new LinkedHashMap<>(values);
        rounded.put("product_qty", rounded(quantity));
        return rounded;
    }

    /** A quantity in the decimals of the database. */
    public static double rounded(double quantity) {
        return BigDecimal.valueOf(quantity).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    @Override
    protected Row created(Env env, Row row) {
        if (isFollowedByStock(order(env, row))) {
            LineStock.adjust(env, row);
        }
        Totals.refresh(env, row.ref("order_id"));
        return env.row(NAME, row.id());
    }

    @Override
    public void write(Env env, List<Row> rows, Map<String, Object> values) {
        env.models().rights().require(env, this, "write");
        for (Row row : rows) {
            LineWrite.to(env, env.row(NAME, row.id()), rounded(values));
        }
    }

    @Override
    protected void removing(Env env, Row row) {
        Row order = order(env, row);
        if (Orders.isConfirmed(order)) {
            throw OdooError.user(
                    "Cannot delete a purchase order line which is in state “%s”."
                            .formatted(
                                    "done".equals(order.text("state"))
                                            ? "Locked"
                                            : "Purchase Order"));
        }
    }

    @Override
    public void unlink(Env env, List<Row> rows) {
        super.unlink(env, rows);
        rows.stream()
                .map(row -> row.ref("order_id"))
                .distinct()
                .forEach(order -> Totals.refresh(env, order));
    }

    @Override
    protected Map<String, Object> copied(Env env, Row row, Map<String, Object> changes) {
        Map<String, Object> values = super.copied(env, row, changes);
        values.put("qty_received", 0.0);
        values.put("qty_invoiced", 0.0);
        return values;
    }

    @Override
    protected OdooError notANumber(Field field, String text) {
        return OdooError.type("can't multiply sequence by non-int of type 'float'");
    }
}
