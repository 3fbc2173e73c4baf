package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Some orders with their lines and with what their lines are made of, read in a dozen calls however
 * many they are.
 *
 * @param orders by id
 * @param lines of each order by id, in the order's own sequence
 * @param products by id
 * @param partners by id
 * @param prices what suppliers call products, of the vendors of these orders
 * @param splitOf the lines that parts were split off from, by the part's id
 */
record OrderData(
        Map<Long, Row> orders,
        Map<Long, List<Row>> lines,
        Map<Long, Row> products,
        Map<Long, Row> partners,
        List<Row> prices,
        Map<Long, Long> splitOf) {

    static final List<String> ORDER =
            List.of(
                    "name",
                    "state",
                    "locked",
                    "partner_id",
                    "partner_ref",
                    "currency_id",
                    "picking_type_id",
                    "incoterm_id",
                    "date_order",
                    "date_approve",
                    "date_planned",
                    "write_date");

    static final List<String> LINE =
            List.of(
                    "order_id",
                    "sequence",
                    "name",
                    "product_id",
                    "product_qty",
                    "product_uom",
                    "product_uom_id",
                    "price_unit",
                    "discount",
                    "date_planned",
                    "display_type",
                    "qty_received",
                    "qty_received_method",
                    "write_date");

    /** Reads orders; those that are gone are left out. */
    static OrderData read(Records rows, Names names, Splits splits, Collection<Long> ids)
            throws OdooException, InterruptedException {
        names.freshen();
        Map<Long, Row> orders =
                rows.byId("purchase.order", ids, rows.required("purchase.order", ORDER));
        List<Row> all =
                rows.by(
                        "purchase.order.line",
                        "order_id",
                        ids,
                        rows.required("purchase.order.line", LINE));
        List<Row> goods = all.stream().filter(line -> line.text("display_type") == null).toList();
        Map<Long, Row> products =
                rows.optional(
                        "product.product",
                        refs(goods, line -> line.ref("product_id")),
                        List.of("default_code", "barcode", "categ_id", "product_tmpl_id"));
        Map<Long, Row> partners =
                rows.optional(
                        "res.partner",
                        refs(orders.values(), order -> order.ref("partner_id")),
                        List.of("name", "parent_id"));
        names.load(
                "product.category",
                refs(products.values(), product -> product.ref("categ_id")),
                List.of("complete_name", "name"));
        names.load(
                "account.incoterms",
                refs(orders.values(), order -> order.ref("incoterm_id")),
                List.of("code"));
        names.loadCurrencies(refs(orders.values(), order -> order.ref("currency_id")));
        names.loadWarehouses(refs(orders.values(), order -> order.ref("picking_type_id")));
        names.loadUnits(refs(goods, OrderData::unit));
        Map<Long, List<Row>> lines = byOrder(goods);
        return new OrderData(
                orders,
                lines,
                products,
                partners,
                prices(rows, products, partners),
                splits.of(lines));
    }

    private static List<Row> prices(Records rows, Map<Long, Row> products, Map<Long, Row> partners)
            throws OdooException, InterruptedException {
        List<String> fields =
                rows.present(
                        "product.supplierinfo",
                        List.of(
                                "partner_id",
                                "product_id",
                                "product_tmpl_id",
                                "product_code",
                                "sequence"));
        List<Long> templates = refs(products.values(), row -> row.ref("product_tmpl_id"));
        if (fields.isEmpty() || templates.isEmpty()) {
            return List.of();
        }
        List<Long> vendors =
                Stream.concat(
                                partners.keySet().stream(),
                                refs(partners.values(), row -> row.ref("parent_id")).stream())
                        .toList();
        return rows.by(
                "product.supplierinfo",
                "product_tmpl_id",
                templates,
                fields,
                List.of("partner_id", "in", vendors),
                List.of("product_code", "!=", false));
    }

    /** The unit's field was renamed in 19. */
    static Long unit(Row line) {
        Long unit = line.ref("product_uom_id");
        return unit == null ? line.ref("product_uom") : unit;
    }

    private static Map<Long, List<Row>> byOrder(List<Row> lines) {
        Map<Long, List<Row>> result = new TreeMap<>();
        List<Row> sorted = new ArrayList<>(lines);
        sorted.sort(
                (left, right) -> {
                    int bySequence = left.number("sequence").compareTo(right.number("sequence"));
                    return bySequence != 0 ? bySequence : Long.compare(left.id(), right.id());
                });
        for (Row line : sorted) {
            result.computeIfAbsent(line.ref("order_id"), any -> new ArrayList<>()).add(line);
        }
        return result;
    }

    static List<Long> refs(Collection<Row> rows, Function<Row, Long> ref) {
        return rows.stream().map(ref).filter(Objects::nonNull).distinct().toList();
    }
}
