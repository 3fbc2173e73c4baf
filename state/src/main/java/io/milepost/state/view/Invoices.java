package io.milepost.state.view;

import io.milepost.state.fact.InvoiceFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which invoices count. The supplier's document and Odoo's bill of the same number are one invoice;
 * the bill is the buyer's word on it and counts.
 */
final class Invoices {

    private Invoices() {}

    static List<InvoiceFact> inForce(List<InvoiceFact> current) {
        Set<String> booked = new HashSet<>();
        for (InvoiceFact invoice : current) {
            if (invoice.booked() && invoice.counts() && invoice.number() != null) {
                booked.add(documentName(invoice));
            }
        }
        List<InvoiceFact> counting = new ArrayList<>(current.size());
        for (InvoiceFact invoice : current) {
            if (invoice.counts() && (invoice.booked() || !booked.contains(documentName(invoice)))) {
                counting.add(invoice);
            }
        }
        return counting;
    }

    static List<InvoiceFact> debits(List<InvoiceFact> counting) {
        return counting.stream().filter(i -> !i.credit()).toList();
    }

    static BigDecimal quantity(List<InvoiceFact> invoices) {
        return invoices.stream()
                .map(InvoiceFact::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String documentName(InvoiceFact invoice) {
        return (invoice.credit() ? "credit/" : "debit/") + invoice.number();
    }
}
