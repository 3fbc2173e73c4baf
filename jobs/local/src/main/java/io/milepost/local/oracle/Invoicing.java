package io.milepost.local.oracle;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.Invoice;
import io.milepost.events.OdooBill;
import io.milepost.events.PaymentState;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was invoiced for a line. A supplier's invoice and a posted bill with its number are one
 * invoice, for which the bill counts. Credit notes take nothing off.
 */
final class Invoicing {

    private static final BigDecimal PRICE_TOLERANCE = new BigDecimal("0.02");

    private final List<OdooBill> bills = new ArrayList<>();
    private final List<BigDecimal> prices = new ArrayList<>();
    private final Tally invoiced = new Tally();

    Invoicing(LineFacts.Known known) {
        Set<String> billedNumbers = new HashSet<>();
        for (Fact fact : known.current(OdooBill.class)) {
            OdooBill bill = (OdooBill) fact.event();
            if (bill.getKind() == BillKind.BILL && bill.getState() == BillState.POSTED) {
                bills.add(bill);
                billedNumbers.add(bill.getVendorReference());
                count(
                        Micros.of(bill.getEnvelope().getOccurredAt()),
                        fact,
                        bill.getQuantity(),
                        bill.getUnitPrice());
            }
        }
        for (Fact fact : known.documents(Invoice.class)) {
            SupplierEvent event = (SupplierEvent) fact.event();
            if (!billedNumbers.contains(event.getDocument().getNumber())) {
                Invoice invoice = (Invoice) event.getBody();
                count(
                        Micros.of(event.getEnvelope().getOccurredAt()),
                        fact,
                        invoice.getQuantity(),
                        invoice.getUnitPrice());
            }
        }
    }

    BigDecimal quantity() {
        return invoiced.sum();
    }

    Optional<Reached> completed(BigDecimal ordered) {
        return invoiced.completed(ordered);
    }

    /** Whether every counted price is within two per cent of the order's. */
    boolean pricesMatch(BigDecimal orderPrice) {
        BigDecimal tolerated = orderPrice.multiply(PRICE_TOLERANCE).abs();
        return prices.stream()
                .allMatch(price -> price.subtract(orderPrice).abs().compareTo(tolerated) <= 0);
    }

    /** When the last bill was paid; empty unless there are bills and all are paid. */
    OptionalLong paidAt() {
        boolean allPaid =
                bills.stream().allMatch(bill -> bill.getPaymentState() == PaymentState.PAID);
        return allPaid
                ? bills.stream().mapToLong(bill -> Micros.of(bill.getPaidAt())).max()
                : OptionalLong.empty();
    }

    private void count(long occurredAt, Fact fact, BigDecimal quantity, BigDecimal price) {
        invoiced.add(occurredAt, fact.identity(), quantity);
        prices.add(price);
    }
}
