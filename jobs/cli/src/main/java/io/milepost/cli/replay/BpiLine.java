package io.milepost.cli.replay;

import io.milepost.events.Acknowledgement;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.ReceiptKind;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Goes through the rows of one item, oldest first, and makes one event of each. */
final class BpiLine {

    private final BpiItem item;
    private final BpiPen pen;
    private final BpiBills bills;
    private long version;
    private OrderState state = OrderState.DRAFT;
    private boolean cancelled;
    private BigDecimal worth;
    private Instant began;
    private Instant orderedAt;
    private Instant confirmedAt;

    BpiLine(BpiItem item) {
        this.item = item;
        this.pen = new BpiPen(item);
        this.bills = new BpiBills(item, pen);
    }

    TimedEvent next(BpiRow row) {
        version++;
        if (began == null) {
            began = Micros.toInstant(row.at());
            worth = row.worth();
        }
        return switch (BpiActivities.meaningOf(row.activity())) {
            case REQUESTED -> requested(row, OrderState.DRAFT);
            case TO_APPROVE -> requested(row, OrderState.TO_APPROVE);
            case ORDERED -> ordered(row);
            case CHANGED -> changed(row);
            case NOTED -> order(row);
            case DELETED -> cancelled(row, true);
            case REACTIVATED -> cancelled(row, false);
            case CONFIRMED -> confirmation(row);
            case RECEIVED -> receipt(row, BpiPen.ONE, ReceiptKind.GOODS);
            case RECEIPT_REVERSED -> receipt(row, BpiPen.MINUS_ONE, ReceiptKind.GOODS);
            case SERVICE_ENTERED -> receipt(row, BpiPen.ZERO, ReceiptKind.SERVICE);
            case INVOICED -> bills.invoiced(row, version);
            case INVOICE_REVERSED -> bills.invoiceReversed(row, version);
            case VALUE_CORRECTED -> bills.valueCorrected(row, version);
            case CORRECTION_REVERSED -> bills.correctionReversed(row, version);
            case CLEARED -> bills.cleared(row, version);
        };
    }

    /** Once an item is ordered, what happens to the request for it is only noted. */
    private TimedEvent requested(BpiRow row, OrderState next) {
        if (confirmedAt == null) {
            state = next;
            worth = row.worth();
        }
        return order(row);
    }

    private TimedEvent ordered(BpiRow row) {
        if (confirmedAt == null) {
            confirmedAt = Micros.toInstant(row.at());
            state = OrderState.PURCHASE;
        }
        return changed(row);
    }

    private TimedEvent changed(BpiRow row) {
        worth = row.worth();
        return order(row);
    }

    private TimedEvent cancelled(BpiRow row, boolean now) {
        cancelled = now;
        return order(row);
    }

    private TimedEvent order(BpiRow row) {
        if (orderedAt == null) {
            orderedAt = Micros.toInstant(row.at());
        }
        OdooOrderLine line =
                new OdooOrderLine(
                        pen.envelope(row, null),
                        version,
                        item.orderId(),
                        item.lineId(),
                        item.order(),
                        item.lineNumber(),
                        state,
                        cancelled,
                        item.vendor(),
                        item.vendorName(),
                        null,
                        null,
                        null,
                        item.category() + ", " + item.type(),
                        item.spendArea().isEmpty() ? null : item.spendArea(),
                        null,
                        null,
                        BpiPen.ONE,
                        BpiPen.UNIT,
                        BpiPen.ONE,
                        worth,
                        BpiPen.CURRENCY,
                        orderedAt,
                        confirmedAt,
                        began,
                        null);
        return pen.event(Catalogue.ORDER_LINES, line, row);
    }

    /** The log says that the vendor confirmed, not what; the item as a whole is taken for it. */
    private TimedEvent confirmation(BpiRow row) {
        Envelope envelope = pen.envelope(row, item.vendor());
        SupplierEvent event =
                new SupplierEvent(
                        envelope,
                        new Document(
                                envelope.getEventId(),
                                DocumentPurpose.ORIGINAL,
                                envelope.getOccurredAt(),
                                null),
                        item.order(),
                        new LineReference(item.lineId(), null, null, null, null, null),
                        new Acknowledgement(
                                List.of(
                                        new ScheduleLine(
                                                1,
                                                LineAnswer.ACCEPTED,
                                                BpiPen.ONE,
                                                BpiPen.UNIT,
                                                null,
                                                null)),
                                null,
                                false,
                                null,
                                null));
        return pen.event(Catalogue.SUPPLIER_EVENTS, item.orderKey(), event, row);
    }

    private TimedEvent receipt(BpiRow row, BigDecimal quantity, ReceiptKind kind) {
        OdooReceipt receipt =
                new OdooReceipt(
                        pen.envelope(row, null),
                        version,
                        row.line(),
                        item.orderId(),
                        item.lineId(),
                        null,
                        MoveDirection.INBOUND,
                        MoveState.DONE,
                        quantity,
                        BpiPen.UNIT,
                        null,
                        kind);
        return pen.event(Catalogue.RECEIPTS, receipt, row);
    }
}
