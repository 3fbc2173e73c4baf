package io.milepost.cli.replay;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.OdooBill;
import io.milepost.events.PaymentState;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The bills of one item. The log says that an invoice was taken back or cleared, but not which; it
 * is found here: the newest that stands is taken back, and the oldest that is open is cleared, one
 * that was taken back before one that stands, because both sides of a reversal are cleared against
 * each other right after it.
 */
final class BpiBills {

    private final BpiItem item;
    private final BpiPen pen;
    private final List<Bill> bills = new ArrayList<>();

    BpiBills(BpiItem item, BpiPen pen) {
        this.item = item;
        this.pen = pen;
    }

    TimedEvent invoiced(BpiRow row, long version) {
        return say(added(row, BillKind.BILL, BpiPen.ONE), row, version);
    }

    /** A correction of value bills no quantity. */
    TimedEvent valueCorrected(BpiRow row, long version) {
        return say(added(row, BillKind.BILL, BpiPen.ZERO), row, version);
    }

    TimedEvent invoiceReversed(BpiRow row, long version) {
        return reversed(row, BpiPen.ONE, version);
    }

    TimedEvent correctionReversed(BpiRow row, long version) {
        return reversed(row, BpiPen.ZERO, version);
    }

    /** A reversal of what the log does not have is a credit note. */
    private TimedEvent reversed(BpiRow row, BigDecimal quantity, long version) {
        Bill bill = newest(b -> b.stands() && b.quantity.compareTo(quantity) == 0);
        if (bill == null) {
            bill = added(row, BillKind.CREDIT_NOTE, quantity);
        } else {
            bill.state = BillState.CANCELLED;
        }
        return say(bill, row, version);
    }

    /** A payment of what the log does not have is a paid bill without a quantity. */
    TimedEvent cleared(BpiRow row, long version) {
        Bill bill = oldest(b -> b.paidAt == null && !b.stands());
        if (bill == null) {
            bill = oldest(b -> b.paidAt == null);
        }
        if (bill == null) {
            bill = added(row, BillKind.BILL, BpiPen.ZERO);
            bill.onlyPaid = true;
        }
        bill.paidAt = Micros.toInstant(row.at());
        return say(bill, row, version);
    }

    private Bill added(BpiRow row, BillKind kind, BigDecimal quantity) {
        Bill bill = new Bill(row.line(), kind, quantity, row.worth());
        bills.add(bill);
        return bill;
    }

    private Bill newest(Predicate<Bill> wanted) {
        for (int i = bills.size() - 1; i >= 0; i--) {
            if (wanted.test(bills.get(i))) {
                return bills.get(i);
            }
        }
        return null;
    }

    private Bill oldest(Predicate<Bill> wanted) {
        for (Bill bill : bills) {
            if (wanted.test(bill)) {
                return bill;
            }
        }
        return null;
    }

    private TimedEvent say(Bill bill, BpiRow row, long version) {
        if (bill.billedAt == null) {
            bill.billedAt = Micros.toInstant(row.at());
        }
        OdooBill said =
                new OdooBill(
                        pen.envelope(row, null),
                        version,
                        bill.id,
                        bill.id,
                        item.orderId(),
                        item.lineId(),
                        null,
                        bill.kind,
                        bill.state,
                        bill.quantity,
                        BpiPen.UNIT,
                        bill.price,
                        BpiPen.CURRENCY,
                        bill.paidAt == null ? PaymentState.NOT_PAID : PaymentState.PAID,
                        bill.paidAt);
        // A later state of a bill does not change the bill's date.
        said.getEnvelope().setOccurredAt(bill.billedAt);
        return pen.event(Catalogue.BILLS, said, row);
    }

    private static final class Bill {

        private final long id;
        private final BillKind kind;
        private final BigDecimal quantity;
        private final BigDecimal price;
        private BillState state = BillState.POSTED;
        private Instant billedAt;
        private Instant paidAt;
        private boolean onlyPaid;

        Bill(long id, BillKind kind, BigDecimal quantity, BigDecimal price) {
            this.id = id;
            this.kind = kind;
            this.quantity = quantity;
            this.price = price;
        }

        /** Whether it is an invoice, or a correction of one, that was not taken back. */
        boolean stands() {
            return kind == BillKind.BILL && state == BillState.POSTED && !onlyPaid;
        }
    }
}
