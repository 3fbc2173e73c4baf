package io.milepost.local.distributor;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.events.ReceiptKind;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.util.List;

/** Writes what Odoo says of one line. Times are microseconds since the start of the story. */
final class OdooPen {

    private static final String SOURCE = "odoo";
    private static final String CURRENCY = "EUR";

    private final Pen pen;
    private final Order order;
    private final Item item;
    private final String lineKey;
    private int orderEvents;

    OdooPen(Pen pen, Order order, Item item) {
        this.pen = pen;
        this.order = order;
        this.item = item;
        this.lineKey = order.lineKey(item);
    }

    /**
     * The line as Odoo has it at a time.
     *
     * @param plannedAt the arrival that Odoo plans now
     */
    record State(
            OrderState state, boolean cancelled, int quantity, BigDecimal price, long plannedAt) {}

    void line(State state, long occurredAt, long knownAt) {
        orderEvents++;
        boolean confirmed = occurredAt >= order.confirmedAt();
        OdooOrderLine line =
                new OdooOrderLine(
                        pen.envelope(
                                "line-" + item.lineId() + "-" + orderEvents,
                                SOURCE,
                                null,
                                occurredAt,
                                occurredAt,
                                knownAt,
                                List.of()),
                        pen.micros(knownAt),
                        order.id(),
                        item.lineId(),
                        order.name(),
                        item.lineNumber(),
                        state.state(),
                        state.cancelled(),
                        order.vendor().id(),
                        order.vendor().title(),
                        item.vendorItem(),
                        item.ownItem(),
                        item.gtin(),
                        "Item " + item.ownItem(),
                        item.category(),
                        "WH",
                        "DAP",
                        Pen.decimal(state.quantity()),
                        item.unit(),
                        Pen.decimal(1),
                        Pen.decimal(state.price()),
                        CURRENCY,
                        pen.instant(order.orderedAt()),
                        confirmed ? pen.instant(order.confirmedAt()) : null,
                        pen.instant(state.plannedAt()));
        pen.write(Catalogue.ORDER_LINES, lineKey, line, lineKey, knownAt);
    }

    /** A stock move; at most one planned and one done event for a move. */
    void receipt(
            long moveId,
            MoveState state,
            int quantity,
            long occurredAt,
            long recordedAt,
            long knownAt) {
        OdooReceipt receipt =
                new OdooReceipt(
                        pen.envelope(
                                "move-" + moveId + "-" + state,
                                SOURCE,
                                null,
                                occurredAt,
                                recordedAt,
                                knownAt,
                                List.of()),
                        pen.micros(knownAt),
                        moveId,
                        order.id(),
                        item.lineId(),
                        "WH/IN/" + moveId,
                        MoveDirection.INBOUND,
                        state,
                        Pen.decimal(quantity),
                        item.unit(),
                        state == MoveState.PLANNED ? pen.instant(occurredAt) : null,
                        ReceiptKind.GOODS);
        pen.write(Catalogue.RECEIPTS, lineKey, receipt, lineKey, knownAt);
    }

    /** A posted bill line; {@code paidAt} is {@code null} while it is not paid. */
    void bill(
            long billId,
            String invoiceNumber,
            int quantity,
            BigDecimal price,
            long billedAt,
            Long paidAt,
            long recordedAt,
            long knownAt) {
        OdooBill bill =
                new OdooBill(
                        pen.envelope(
                                "bill-" + billId + (paidAt == null ? "-posted" : "-paid"),
                                SOURCE,
                                null,
                                billedAt,
                                recordedAt,
                                knownAt,
                                List.of()),
                        pen.micros(knownAt),
                        billId,
                        billId,
                        order.id(),
                        item.lineId(),
                        invoiceNumber,
                        BillKind.BILL,
                        BillState.POSTED,
                        Pen.decimal(quantity),
                        item.unit(),
                        Pen.decimal(price),
                        CURRENCY,
                        paidAt == null ? PaymentState.NOT_PAID : PaymentState.PAID,
                        paidAt == null ? null : pen.instant(paidAt));
        pen.write(Catalogue.BILLS, lineKey, bill, lineKey, knownAt);
    }
}
