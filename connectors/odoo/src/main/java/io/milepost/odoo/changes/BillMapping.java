package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.UnmappableException.require;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.OdooBill;
import io.milepost.events.PaymentState;
import io.milepost.odoo.client.OdooException;
import io.milepost.schemas.TrustedEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Some lines of vendor bills with what their events are made of.
 *
 * @param orderLines by id
 * @param bills by id
 * @param lines the lines
 */
record BillMapping(
        Origin origin,
        Names names,
        Map<Long, Row> orderLines,
        Map<Long, Row> bills,
        Collection<Row> lines) {

    /** Kinds of entries that are vendors' bills. */
    static final List<String> TYPES = List.of("in_invoice", "in_refund", "in_receipt");

    static final List<String> LINE =
            List.of(
                    "move_id",
                    "purchase_line_id",
                    "quantity",
                    "product_uom_id",
                    "price_unit",
                    "discount",
                    "write_date");

    static final List<String> BILL =
            List.of(
                    "ref",
                    "move_type",
                    "state",
                    "payment_state",
                    "invoice_date",
                    "date",
                    "currency_id",
                    "write_date");

    static {
        TrustedEvents.trust();
    }

    /** Reads bill lines; those that are gone or belong to no order line are left out. */
    static BillMapping read(Origin origin, Records rows, Names names, Collection<Long> ids)
            throws OdooException, InterruptedException {
        names.freshen();
        List<Row> lines =
                rows.by(
                        "account.move.line",
                        "id",
                        ids,
                        rows.required("account.move.line", LINE),
                        List.of("purchase_line_id", "!=", false));
        Map<Long, Row> bills =
                rows.byId(
                        "account.move",
                        OrderData.refs(lines, line -> line.ref("move_id")),
                        rows.required("account.move", BILL));
        Map<Long, Row> orderLines =
                rows.byId(
                        "purchase.order.line",
                        OrderData.refs(lines, line -> line.ref("purchase_line_id")),
                        rows.required(
                                "purchase.order.line",
                                List.of("order_id", "product_uom", "product_uom_id")));
        names.loadUnits(OrderData.refs(lines, OrderData::unit));
        names.loadUnits(OrderData.refs(orderLines.values(), OrderData::unit));
        names.loadCurrencies(OrderData.refs(bills.values(), bill -> bill.ref("currency_id")));
        return new BillMapping(origin, names, orderLines, bills, lines);
    }

    /** Whether it is a line of a vendor's bill and not of something else that names an order. */
    boolean isBill(Row line) {
        Row bill = bills.get(line.ref("move_id"));
        return bill != null && TYPES.contains(Objects.toString(bill.text("move_type")));
    }

    Draft bill(Row line) throws UnmappableException {
        Row bill = bills.get(line.ref("move_id"));
        Row orderLine = require("purchase_line_id", orderLines.get(line.ref("purchase_line_id")));
        BigDecimal quantity = Decimals.of("quantity", line.number("quantity"));
        boolean credit = "in_refund".equals(bill.text("move_type")) != (quantity.signum() < 0);
        Long unitId = OrderData.unit(line);
        Unit unit = names.unit(unitId == null ? OrderData.unit(orderLine) : unitId);
        Instant date = bill.time("invoice_date");
        OdooBill event =
                new OdooBill(
                        Draft.envelope(
                                origin,
                                Objects.requireNonNullElse(
                                        date == null ? bill.time("date") : date, Instant.EPOCH),
                                List.of()),
                        0L,
                        bill.id(),
                        line.id(),
                        require("order_id", orderLine.ref("order_id")),
                        orderLine.id(),
                        bill.text("ref"),
                        credit ? BillKind.CREDIT_NOTE : BillKind.BILL,
                        state(bill),
                        quantity.abs(),
                        (unit == null ? Unit.NONE : unit).code(),
                        Decimals.price(line),
                        require("currency_id", names.currency(bill.ref("currency_id"))),
                        payment(bill),
                        // Odoo keeps no day of it; the first event that says so has its time.
                        null);
        Instant written = line.written();
        return new Draft(
                EntityKind.BILL_LINE,
                line.id(),
                event,
                bill.written().isAfter(written) ? bill.written() : written);
    }

    private static BillState state(Row bill) {
        String state = bill.text("state");
        return switch (state == null ? "" : state) {
            case "draft" -> BillState.DRAFT;
            case "posted" -> BillState.POSTED;
            case "cancel" -> BillState.CANCELLED;
            default -> BillState.UNKNOWN;
        };
    }

    private static PaymentState payment(Row bill) {
        String state = bill.text("payment_state");
        return switch (state == null ? "" : state) {
            case "not_paid" -> PaymentState.NOT_PAID;
            case "in_payment" -> PaymentState.IN_PAYMENT;
            case "partial" -> PaymentState.PARTIAL;
            case "paid" -> PaymentState.PAID;
            case "reversed" -> PaymentState.REVERSED;
            default -> PaymentState.UNKNOWN;
        };
    }
}
