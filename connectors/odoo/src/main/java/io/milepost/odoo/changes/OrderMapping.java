package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.UnmappableException.require;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.events.ReceiptKind;
import io.milepost.schemas.TrustedEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes events of orders and their lines. */
final class OrderMapping {

    static {
        TrustedEvents.trust();
    }

    private final Origin origin;
    private final Names names;
    private final OrderData data;

    OrderMapping(Origin origin, Names names, OrderData data) {
        this.origin = origin;
        this.names = names;
        this.data = data;
    }

    /** What one line's fields say, for the line's own event and for the order's. */
    private record Item(
            String vendorItem,
            String ownItem,
            String gtin,
            String category,
            BigDecimal quantity,
            Unit unit,
            BigDecimal price,
            Instant plannedAt) {}

    /** A line with its header. */
    Draft line(Row order, Row line) throws UnmappableException {
        Item item = item(order, line);
        OrderState state = state(order);
        boolean ordered = state == OrderState.PURCHASE || state == OrderState.LOCKED;
        Long vendor = require("partner_id", order.ref("partner_id"));
        Family family = Family.of(line, data);
        OdooOrderLine event =
                new OdooOrderLine(
                        Draft.envelope(origin, Instant.EPOCH, List.of()),
                        0L,
                        order.id(),
                        line.id(),
                        require("name", order.text("name")),
                        null,
                        state,
                        // Nobody can delete a line of a confirmed order; nothing is left of it.
                        ordered && item.quantity().signum() == 0,
                        vendor.toString(),
                        vendorName(vendor),
                        item.vendorItem(),
                        item.ownItem(),
                        item.gtin(),
                        line.text("name"),
                        item.category(),
                        names.warehouse(order.ref("picking_type_id")),
                        names.text("account.incoterms", order.ref("incoterm_id"), "code"),
                        item.quantity(),
                        item.unit().code(),
                        Decimals.of("product_uom.factor", item.unit().factor()),
                        item.price(),
                        currency(order),
                        require("date_order", order.time("date_order")),
                        order.time("date_approve"),
                        item.plannedAt(),
                        data.splitOf().get(line.id()),
                        family == null ? null : family.before(),
                        family == null ? null : family.after());
        return new Draft(EntityKind.LINE, line.id(), event, newest(order, line));
    }

    /** Whether it is a service whose quantity is entered by hand. */
    static boolean isService(Row line) {
        return "manual".equals(line.text("qty_received_method"));
    }

    /** What was done of a service: one entry for the line, corrected when the line is. */
    Draft service(Row order, Row line) throws UnmappableException {
        Item item = item(order, line);
        OdooReceipt event =
                new OdooReceipt(
                        Draft.envelope(origin, Instant.EPOCH, List.of()),
                        0L,
                        // Below zero, where no move's id is.
                        -line.id(),
                        order.id(),
                        line.id(),
                        null,
                        MoveDirection.INBOUND,
                        MoveState.DONE,
                        Decimals.of("qty_received", line.number("qty_received")),
                        item.unit().code(),
                        null,
                        ReceiptKind.SERVICE);
        return new Draft(EntityKind.SERVICE, line.id(), event, line.written());
    }

    /** The whole order. */
    Draft order(Row order) throws UnmappableException {
        List<OrderItem> items = new ArrayList<>();
        Instant recordedAt = order.written();
        for (Row line : data.lines().getOrDefault(order.id(), List.of())) {
            Item item = item(order, line);
            items.add(
                    new OrderItem(
                            line.id(),
                            null,
                            item.vendorItem(),
                            item.ownItem(),
                            item.gtin(),
                            line.text("name"),
                            item.quantity(),
                            item.unit().code(),
                            item.price(),
                            item.plannedAt()));
            recordedAt = recordedAt.isBefore(line.written()) ? line.written() : recordedAt;
        }
        Long vendor = require("partner_id", order.ref("partner_id"));
        OdooOrder event =
                new OdooOrder(
                        Draft.envelope(origin, Instant.EPOCH, List.of()),
                        0L,
                        order.id(),
                        require("name", order.text("name")),
                        state(order),
                        vendor.toString(),
                        vendorName(vendor),
                        order.text("partner_ref"),
                        currency(order),
                        names.warehouse(order.ref("picking_type_id")),
                        names.text("account.incoterms", order.ref("incoterm_id"), "code"),
                        require("date_order", order.time("date_order")),
                        order.time("date_approve"),
                        items);
        return new Draft(EntityKind.ORDER, order.id(), event, recordedAt);
    }

    private Item item(Row order, Row line) throws UnmappableException {
        Long productId = line.ref("product_id");
        Row product = productId == null ? null : data.products().get(productId);
        Unit unit = names.unit(OrderData.unit(line));
        Instant planned = line.time("date_planned");
        if (planned == null) {
            planned = order.time("date_planned");
        }
        return new Item(
                product == null ? null : vendorItem(order, product),
                product == null ? null : product.text("default_code"),
                product == null ? null : product.text("barcode"),
                product == null ? null : category(product),
                Decimals.of("product_qty", line.number("product_qty")),
                unit == null ? Unit.NONE : unit,
                Decimals.price(line),
                planned == null ? require("date_order", order.time("date_order")) : planned);
    }

    private String category(Row product) {
        Long id = product.ref("categ_id");
        String whole = names.text("product.category", id, "complete_name");
        return whole == null ? names.text("product.category", id, "name") : whole;
    }

    /** The vendor's own number of a product: of the variant before that of the template. */
    private String vendorItem(Row order, Row product) {
        Long vendor = order.ref("partner_id");
        Row partner = data.partners().get(vendor);
        Long parent = partner == null ? null : partner.ref("parent_id");
        Row best = null;
        for (Row price : data.prices()) {
            Long variant = price.ref("product_id");
            Long of = price.ref("partner_id");
            boolean fits =
                    Objects.equals(price.ref("product_tmpl_id"), product.ref("product_tmpl_id"))
                            && (variant == null || variant == product.id())
                            && (Objects.equals(of, vendor) || of != null && of.equals(parent));
            if (fits && (best == null || best.ref("product_id") == null && variant != null)) {
                best = price;
            }
        }
        return best == null ? null : best.text("product_code");
    }

    private String vendorName(Long vendor) {
        Row partner = data.partners().get(vendor);
        return partner == null ? null : partner.text("name");
    }

    private String currency(Row order) throws UnmappableException {
        return require("currency_id", names.currency(order.ref("currency_id")));
    }

    static OrderState state(Row order) {
        String state = order.text("state");
        return switch (state == null ? "" : state) {
            case "draft" -> OrderState.DRAFT;
            case "sent" -> OrderState.SENT;
            case "to approve" -> OrderState.TO_APPROVE;
            // From 19 on a locked order is a confirmed one with a mark.
            case "purchase" -> order.flag("locked") ? OrderState.LOCKED : OrderState.PURCHASE;
            case "done" -> OrderState.LOCKED;
            case "cancel" -> OrderState.CANCELLED;
            default -> OrderState.UNKNOWN;
        };
    }

    private static Instant newest(Row left, Row right) {
        return left.written().isAfter(right.written()) ? left.written() : right.written();
    }
}
