package io.milepost.local.oracle;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.Envelope;
import io.milepost.events.Invoice;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.PaymentState;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What was invoiced for a line. A supplier's invoice and a posted bill with its number are one
 * invoice, for which the bill counts. Credit notes take nothing off.
 */
final class Invoicing {

    private record Price(BigDecimal amount, String currency) {}

    private final List<Fact> bills = new ArrayList<>();
    private final List<Price> prices = new ArrayList<>();
    private final Tally invoiced = new Tally();

    Invoicing(LineFacts.Known known) {
        Map<String, Fact> invoices = new HashMap<>();
        for (Fact fact : known.documents(Invoice.class)) {
            invoices.put(((SupplierEvent) fact.event()).getDocument().getNumber(), fact);
        }
        for (Fact fact : known.current(OdooBill.class)) {
            OdooBill bill = (OdooBill) fact.event();
            if (isCounted(bill)) {
                bills.add(fact);
                Fact same = invoices.remove(bill.getVendorReference());
                count(bill, fact, Math.min(knownSince(fact, known), repeats(bill, same)));
            }
        }
        invoices.values().forEach(this::count);
    }

    /** The supplier's invoices that no posted bill repeats. */
    static List<Fact> unbilled(LineFacts.Known known) {
        Set<String> billed = new HashSet<>();
        for (Fact fact : known.current(OdooBill.class)) {
            OdooBill bill = (OdooBill) fact.event();
            if (isCounted(bill)) {
                billed.add(bill.getVendorReference());
            }
        }
        return known.documents(Invoice.class).stream()
                .filter(it -> !billed.contains(document(it).getDocument().getNumber()))
                .filter(it -> ((Invoice) document(it).getBody()).getQuantity().signum() > 0)
                .toList();
    }

    private static SupplierEvent document(Fact fact) {
        return (SupplierEvent) fact.event();
    }

    BigDecimal quantity() {
        return invoiced.sum();
    }

    Optional<Reached> completed(BigDecimal ordered) {
        return invoiced.completed(ordered);
    }

    /** Whether every counted price is the order's, up to a limit. */
    boolean pricesAre(OdooOrderLine order, Limit limit) {
        return prices.stream()
                .allMatch(
                        price ->
                                price.currency().equals(order.getCurrency())
                                        && limit.holds(order.getUnitPrice(), price.amount()));
    }

    /** When the last bill was paid; empty unless there are bills and all are paid. */
    Optional<Reached> paid() {
        boolean allPaid =
                bills.stream()
                        .map(fact -> (OdooBill) fact.event())
                        .allMatch(bill -> bill.getPaymentState() == PaymentState.PAID);
        return allPaid
                ? bills.stream()
                        .map(Invoicing::payment)
                        .max(Comparator.comparingLong(Reached::occurredAt))
                : Optional.empty();
    }

    private static Reached payment(Fact fact) {
        OdooBill bill = (OdooBill) fact.event();
        Instant paidAt =
                bill.getPaidAt() == null ? bill.getEnvelope().getRecordedAt() : bill.getPaidAt();
        return new Reached(Micros.of(paidAt), fact.identity(), fact.knownAt());
    }

    private void count(OdooBill bill, Fact fact, long knownAt) {
        invoiced.add(
                new Reached(occurredAt(bill.getEnvelope()), fact.identity(), knownAt),
                bill.getQuantity());
        prices.add(new Price(bill.getUnitPrice(), bill.getCurrency()));
    }

    private void count(Fact fact) {
        SupplierEvent event = (SupplierEvent) fact.event();
        Invoice invoice = (Invoice) event.getBody();
        invoiced.add(
                new Reached(occurredAt(event.getEnvelope()), fact.identity(), fact.knownAt()),
                invoice.getQuantity());
        prices.add(new Price(invoice.getUnitPrice(), invoice.getCurrency()));
    }

    /** Since when the same was known from the supplier; never if it said something else. */
    private static long repeats(OdooBill bill, Fact fact) {
        if (fact == null) {
            return Long.MAX_VALUE;
        }
        SupplierEvent event = (SupplierEvent) fact.event();
        boolean same =
                ((Invoice) event.getBody()).getQuantity().compareTo(bill.getQuantity()) == 0
                        && occurredAt(event.getEnvelope()) == occurredAt(bill.getEnvelope());
        return same ? fact.knownAt() : Long.MAX_VALUE;
    }

    private static long knownSince(Fact fact, LineFacts.Known known) {
        return known.knownSince(fact, Invoicing::saysTheSameOfTheQuantity);
    }

    private static boolean saysTheSameOfTheQuantity(SpecificRecord one, SpecificRecord other) {
        OdooBill a = (OdooBill) one;
        OdooBill b = (OdooBill) other;
        return isCounted(a) == isCounted(b)
                && occurredAt(a.getEnvelope()) == occurredAt(b.getEnvelope())
                && a.getQuantity().compareTo(b.getQuantity()) == 0;
    }

    private static boolean isCounted(OdooBill bill) {
        return bill.getKind() == BillKind.BILL && bill.getState() == BillState.POSTED;
    }

    private static long occurredAt(Envelope envelope) {
        return Micros.of(envelope.getOccurredAt());
    }
}
