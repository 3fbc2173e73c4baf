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
import io.milepost.local.feed.Micros;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.util.List;

/** Writes what Odoo says of one line. Times are microseconds since the start of the story. */
final class OdooPen {

    private static final String SOURCE = "odoo";

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
     * @param warehouse where the goods are planned to arrive now
     */
    record State(
            OrderState state,
            boolean cancelled,
            int quantity,
            BigDecimal price,
            long plannedAt,
            String warehouse) {

        State withQuantity(int other) {
            return new State(state, cancelled, other, price, plannedAt, warehouse);
        }

        State withPrice(BigDecimal other) {
            return new State(state, cancelled, quantity, other, plannedAt, warehouse);
        }

        State withPlannedAt(long other) {
            return new State(state, cancelled, quantity, price, other, warehouse);
        }

        State withWarehouse(String other) {
            return new State(state, cancelled, quantity, price, plannedAt, other);
        }

        State with(OrderState other, boolean isCancelled) {
            return new State(other, isCancelled, quantity, price, plannedAt, warehouse);
        }
    }

    void line(State state, long occurredAt, long knownAt) {
        orderEvents++;
        boolean confirmed = occurredAt >= order.confirmedAt();
        OdooOrderLine line =
                new OdooOrderLine(
                        pen.envelope(
                                order.terms().company(),
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
                        state.warehouse(),
                        order.terms().incoterm(),
                        Pen.decimal(state.quantity()),
                        item.unit(),
                        Pen.decimal(1),
                        Pen.decimal(state.price()),
                        order.terms().currency(),
                        pen.instant(order.orderedAt()),
                        confirmed ? pen.instant(order.confirmedAt()) : null,
                        pen.instant(state.plannedAt()),
                        null);
        pen.write(Catalogue.ORDER_LINES, lineKey, line, lineKey, knownAt);
    }

    /**
     * A stock move.
     *
     * @param quantity negative for the reversal of an earlier receipt
     */
    record Move(long id, MoveDirection direction, MoveState state, int quantity) {}

    /** A stock move; at most one planned and one done event for a move. */
    void move(Move move, long occurredAt, long recordedAt, long knownAt) {
        boolean planned = move.state() == MoveState.PLANNED;
        OdooReceipt receipt =
                new OdooReceipt(
                        pen.envelope(
                                order.terms().company(),
                                "move-" + move.id() + "-" + move.state(),
                                SOURCE,
                                null,
                                occurredAt,
                                recordedAt,
                                knownAt,
                                List.of()),
                        pen.micros(knownAt),
                        move.id(),
                        order.id(),
                        item.lineId(),
                        "WH/IN/" + move.id(),
                        move.direction(),
                        move.state(),
                        Pen.decimal(move.quantity()),
                        item.unit(),
                        planned ? pen.instant(occurredAt) : null,
                        ReceiptKind.GOODS);
        pen.write(Catalogue.RECEIPTS, lineKey, receipt, lineKey, knownAt);
    }

    /**
     * A bill line as it is written, before anything happens to it.
     *
     * @param number the supplier's number of the invoice
     * @param billedAt the date of the bill
     */
    record Bill(
            long id,
            String number,
            int quantity,
            BigDecimal price,
            String currency,
            long billedAt) {}

    /** A bill line is posted. */
    void posted(Bill bill, long recordedAt, long knownAt) {
        bill(bill, "posted", BillState.POSTED, null, recordedAt, knownAt);
    }

    /** A posted bill line is taken back. */
    void cancelled(Bill bill, long recordedAt, long knownAt) {
        bill(bill, "cancelled", BillState.CANCELLED, null, recordedAt, knownAt);
    }

    /** A posted bill line is paid. */
    void paid(Bill bill, long paidAt) {
        bill(bill, "paid", BillState.POSTED, paidAt, paidAt, paidAt + Micros.MINUTE);
    }

    private void bill(
            Bill bill, String event, BillState state, Long paidAt, long recordedAt, long knownAt) {
        OdooBill value =
                new OdooBill(
                        pen.envelope(
                                order.terms().company(),
                                "bill-" + bill.id() + "-" + event,
                                SOURCE,
                                null,
                                bill.billedAt(),
                                recordedAt,
                                knownAt,
                                List.of()),
                        pen.micros(knownAt),
                        bill.id(),
                        bill.id(),
                        order.id(),
                        item.lineId(),
                        bill.number(),
                        BillKind.BILL,
                        state,
                        Pen.decimal(bill.quantity()),
                        item.unit(),
                        Pen.decimal(bill.price()),
                        bill.currency(),
                        paidAt == null ? PaymentState.NOT_PAID : PaymentState.PAID,
                        paidAt == null ? null : pen.instant(paidAt));
        pen.write(Catalogue.BILLS, lineKey, value, lineKey, knownAt);
    }
}
