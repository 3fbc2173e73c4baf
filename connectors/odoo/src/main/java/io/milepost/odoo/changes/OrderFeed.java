package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders with their lines. A line is told again when its order changes and, while the order is
 * neither locked nor cancelled, when its product, the product's category, the vendor's name or the
 * vendor's number of the product does.
 */
final class OrderFeed implements Feed {

    private static final int ORDERS_AT_ONCE = 100;

    /** What is looked at of records that lines are made of. */
    private static final Map<String, List<String>> WATCHED =
            Map.of(
                    "product.product", List.of("default_code", "barcode", "categ_id"),
                    "product.template", List.of("categ_id"),
                    "product.category", List.of("complete_name"),
                    "product.supplierinfo", List.of("product_tmpl_id", "product_code"),
                    "res.partner", List.of("name"));

    private static final List<Object> OPEN =
            List.of("state", "in", List.of("draft", "sent", "to approve", "purchase"));

    private final Origin origin;
    private final Records rows;
    private final Names names;
    private final Splits splits;
    private final Fingerprints fingerprints = new Fingerprints(50_000);

    OrderFeed(Origin origin, Records rows, Names names) {
        this.origin = origin;
        this.rows = rows;
        this.names = names;
        this.splits = new Splits(rows);
    }

    @Override
    public List<String> fields(String model) throws OdooException, InterruptedException {
        return switch (model) {
            case "purchase.order" -> List.of("write_date");
            case "purchase.order.line" -> List.of("order_id");
            default -> rows.present(model, WATCHED.get(model));
        };
    }

    @Override
    public List<Object> conditions(String model) {
        List<Object> conditions = new ArrayList<>();
        if (model.startsWith("purchase.")) {
            conditions.add(List.of("company_id", "=", rows.company()));
        } else if (model.equals("product.supplierinfo")) {
            // Every confirmation of an order writes one without a number.
            conditions.add(List.of("product_code", "!=", false));
        }
        return conditions;
    }

    @Override
    public Collection<Long> concerned(String model, List<Row> changed)
            throws OdooException, InterruptedException {
        if (model.equals("purchase.order")) {
            return changed.stream().map(Row::id).toList();
        }
        if (model.equals("purchase.order.line")) {
            return OrderData.refs(changed, line -> line.ref("order_id"));
        }
        List<Row> different = fingerprints.different(model, changed, WATCHED.get(model));
        Collection<Long> orders = ordersOf(model, different);
        // Not before the orders are known: after a failure the rows have to be different again.
        fingerprints.note(model, different, WATCHED.get(model));
        return orders;
    }

    private Collection<Long> ordersOf(String model, List<Row> different)
            throws OdooException, InterruptedException {
        List<Long> ids = different.stream().map(Row::id).toList();
        return switch (model) {
            case "product.product" -> open("product_id", ids);
            case "product.template" -> open("product_id", products("product_tmpl_id", ids));
            case "product.category" -> {
                names.forget(model);
                yield open("product_id", products("categ_id", ids));
            }
            case "product.supplierinfo" -> {
                List<Long> templates =
                        OrderData.refs(different, price -> price.ref("product_tmpl_id"));
                yield open("product_id", products("product_tmpl_id", templates));
            }
            case "res.partner" ->
                    rows
                            .by("purchase.order", "partner_id", ids, List.of("write_date"), OPEN)
                            .stream()
                            .map(Row::id)
                            .toList();
            default -> throw new IllegalArgumentException("not a model of orders: " + model);
        };
    }

    private List<Long> products(String field, List<Long> ids)
            throws OdooException, InterruptedException {
        List<String> fields = rows.present("product.product", List.of("default_code"));
        return rows.by("product.product", field, ids, fields).stream().map(Row::id).toList();
    }

    private List<Long> open(String field, List<Long> ids)
            throws OdooException, InterruptedException {
        List<Row> lines = rows.by("purchase.order.line", field, ids, List.of("order_id"), OPEN);
        return OrderData.refs(lines, line -> line.ref("order_id"));
    }

    @Override
    public int atOnce() {
        return ORDERS_AT_ONCE;
    }

    @Override
    public void tell(Collection<Long> ids, News news) throws OdooException, InterruptedException {
        OrderData data = OrderData.read(rows, names, splits, ids);
        OrderMapping mapping = new OrderMapping(origin, names, data);
        for (Long id : ids) {
            Row order = data.orders().get(id);
            List<Row> lines = data.lines().getOrDefault(id, List.of());
            Set<Long> there = new HashSet<>();
            lines.forEach(line -> there.add(line.id()));
            for (Long known : news.memory().linesOf(id)) {
                if (!there.contains(known)) {
                    news.gone(known);
                }
            }
            if (order != null) {
                tell(mapping, order, lines, news);
            }
        }
    }

    private static void tell(OrderMapping mapping, Row order, List<Row> lines, News news) {
        for (Row line : lines) {
            news.tell(EntityKind.LINE, line.id(), () -> mapping.line(order, line));
            Seen.Key service = new Seen.Key(EntityKind.SERVICE, line.id());
            boolean done =
                    line.number("qty_received").signum() != 0
                            || news.memory().seen(service) != null;
            if (OrderMapping.isService(line) && done) {
                news.tell(EntityKind.SERVICE, line.id(), () -> mapping.service(order, line));
            }
        }
        news.tell(EntityKind.ORDER, order.id(), () -> mapping.order(order));
    }
}
