package io.milepost.state.view;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import java.math.BigDecimal;

/**
 * Orders, invoices, credit notes and returns that are said too rarely to be told by {@link Said}.
 */
final class Papers {

    private Papers() {}

    /** The order at another price. */
    static Said pricedOrder(int pieces, int price, String currency) {
        OrderFact usual = (OrderFact) Said.order(pieces, "2026-03-01").fact();
        return Said.of(
                OrderFact.IDENTITY,
                header ->
                        new OrderFact(
                                header,
                                usual.orderName(),
                                usual.state(),
                                false,
                                usual.vendor(),
                                usual.ownItem(),
                                usual.category(),
                                usual.warehouse(),
                                usual.incoterm(),
                                usual.quantity(),
                                usual.unit(),
                                usual.unitFactor(),
                                BigDecimal.valueOf(price).setScale(6),
                                currency,
                                usual.orderedAt(),
                                usual.confirmedAt(),
                                usual.plannedAt()));
    }

    /** The supplier takes an invoice back. */
    static Said takenBack(String number, int pieces) {
        return Said.of(
                "invoice/" + number,
                header -> paper(header, false, false, false, number, pieces, "EUR"));
    }

    /** The supplier's credit note. */
    static Said creditNote(String number, int pieces) {
        return Said.of(
                "credit-note/" + number,
                header -> paper(header, false, true, true, number, pieces, "EUR"));
    }

    /** Odoo's bill for a credit note. */
    static Said bookedCredit(int line, String number, int pieces) {
        return Said.of(
                "bill/" + line, header -> paper(header, true, true, true, number, pieces, "EUR"));
    }

    /** Odoo's bill for an invoice in dollars. */
    static Said dollarBill(int line, String number, int pieces) {
        return Said.of(
                "bill/" + line, header -> paper(header, true, false, true, number, pieces, "USD"));
    }

    /** Goods that go back. */
    static Said sentBack(int move, int pieces) {
        return Said.of(
                "receipt/" + move,
                header ->
                        new ReceiptFact(
                                header,
                                MoveDirection.RETURN,
                                MoveState.DONE,
                                BigDecimal.valueOf(pieces)));
    }

    private static InvoiceFact paper(
            FactHeader header,
            boolean booked,
            boolean credit,
            boolean counts,
            String number,
            int pieces,
            String currency) {
        return new InvoiceFact(
                header,
                booked,
                credit,
                counts,
                number,
                BigDecimal.valueOf(pieces).setScale(6),
                BigDecimal.valueOf(5).setScale(6),
                currency,
                false,
                Times.NONE);
    }
}
