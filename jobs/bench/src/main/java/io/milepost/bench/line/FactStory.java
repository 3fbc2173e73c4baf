package io.milepost.bench.line;

import io.milepost.events.CarrierStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OrderState;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The facts of one line in the order in which they become known, one an hour. */
final class FactStory {

    private static final long HOUR = 3_600_000_000L;
    private static final long MONTH = 30 * 24 * HOUR;
    private static final long START = Times.micros(Instant.parse("2026-02-02T08:00:00Z"));
    private static final BigDecimal PRICE = new BigDecimal("12.50");
    private static final BigDecimal PART = new BigDecimal("50");

    private final String name;
    private final BigDecimal ordered;
    private final Deque<InvoiceFact> invoiced = new ArrayDeque<>();
    private final Deque<InvoiceFact> unpaid = new ArrayDeque<>();
    private int told;

    /**
     * @param line number of the line
     * @param ordered ordered quantity; a receipt brings 50
     */
    FactStory(int line, int ordered) {
        this.name = String.format("%05d", line);
        this.ordered = BigDecimal.valueOf(ordered);
    }

    /** When the fact of that number became known. */
    static long knownAt(int number) {
        return START + number * HOUR;
    }

    /**
     * The next fact; the first is the order, and where there is nothing to book or pay, an invoice
     * comes.
     */
    Fact next(Kind kind) {
        Kind asked = told == 0 ? Kind.ORDER : kind;
        Fact fact =
                switch (asked) {
                    case ORDER -> order();
                    case ACKNOWLEDGEMENT -> acknowledgement();
                    case CARRIER -> carrier();
                    case RECEIPT -> receipt(PART);
                    case REVERSAL -> receipt(PART.negate());
                    case INVOICE -> invoice();
                    case BILL -> invoiced.isEmpty() ? invoice() : bill(invoiced.poll());
                    case PAYMENT -> unpaid.isEmpty() ? invoice() : payment(unpaid.poll());
                };
        told++;
        return fact;
    }

    private FactHeader header(String identity) {
        return header(identity, knownAt(told) - HOUR / 2);
    }

    private FactHeader header(String identity, long occurredAt) {
        long at = knownAt(told);
        return new FactHeader(
                identity,
                Version.of(at),
                "0192f0c4-7d1e-7" + name + told,
                occurredAt,
                at - HOUR / 4,
                at,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private Fact order() {
        return new OrderFact(
                header(OrderFact.IDENTITY),
                "P" + name,
                OrderState.PURCHASE,
                false,
                "acme",
                "ITEM-1",
                "valves",
                "HAM",
                "DAP",
                ordered,
                "C62",
                BigDecimal.ONE,
                PRICE,
                "EUR",
                START - HOUR,
                START - HOUR,
                knownAt(told) + MONTH);
    }

    private Fact acknowledgement() {
        return new AcknowledgementFact(
                header("acknowledgement/AB-" + name + told),
                false,
                List.of(
                        new SchedulePart(
                                1, LineAnswer.ACCEPTED, ordered, knownAt(told) + MONTH, PRICE)));
    }

    private Fact carrier() {
        return new CarrierFact(
                header("carrier/0192f0c4-" + name + told),
                CarrierStatus.IN_TRANSIT,
                TimeClassifier.ACTUAL,
                knownAt(told) + 48 * HOUR);
    }

    private Fact receipt(BigDecimal quantity) {
        return new ReceiptFact(
                header("receipt/" + name + told), MoveDirection.INBOUND, MoveState.DONE, quantity);
    }

    private Fact invoice() {
        String number = "R" + name + told;
        InvoiceFact invoice =
                document(
                        header(InvoiceFact.documentIdentity(false, number)),
                        false,
                        number,
                        Times.NONE);
        invoiced.add(invoice);
        return invoice;
    }

    /** A bill has the date of the invoice that it books, and keeps it when it is paid. */
    private Fact bill(InvoiceFact invoice) {
        InvoiceFact bill =
                document(
                        header("bill/" + name + told, invoice.occurredAt()),
                        true,
                        invoice.number(),
                        Times.NONE);
        unpaid.add(bill);
        return bill;
    }

    private Fact payment(InvoiceFact bill) {
        return document(
                header(bill.header().identity(), bill.occurredAt()),
                true,
                bill.number(),
                knownAt(told) - HOUR / 2);
    }

    private static InvoiceFact document(
            FactHeader header, boolean booked, String number, long paidAt) {
        return new InvoiceFact(
                header,
                booked,
                false,
                true,
                number,
                PART,
                PRICE,
                "EUR",
                paidAt != Times.NONE,
                paidAt);
    }
}
