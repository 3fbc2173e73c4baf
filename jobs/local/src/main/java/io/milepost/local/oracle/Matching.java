package io.milepost.local.oracle;

import io.milepost.events.OdooOrderLine;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether order, receipts and invoices of a line agree, and whether the line is over. */
final class Matching {

    private static final Limit COMMON_PRICE_LIMIT = Limit.percent("2");

    private final MatchTerms terms;

    /**
     * @param terms of the rule that applies; {@code null} when there is none
     */
    Matching(MatchTerms terms) {
        this.terms = terms;
    }

    boolean agree(OdooOrderLine order, BigDecimal received, Invoicing invoicing) {
        BigDecimal ordered = order.getQuantity();
        if (terms == null) {
            return received.compareTo(invoicing.quantity()) == 0
                    && invoicing.pricesAre(order, COMMON_PRICE_LIMIT);
        }
        boolean receiptFits = !terms.needsReceipt() || terms.asOrdered(ordered, received);
        boolean invoiceFits =
                !terms.needsInvoice()
                        || isInvoicedAsOrdered(ordered, invoicing)
                                && invoicing.pricesAre(order, terms.price());
        return receiptFits && invoiceFits && terms.agree(ordered, received, invoicing.quantity());
    }

    /** Only without a receipt: with one, the invoice is compared with what was received. */
    private boolean isInvoicedAsOrdered(BigDecimal ordered, Invoicing invoicing) {
        return terms.needsReceipt() || terms.asOrdered(ordered, invoicing.quantity());
    }

    /** When all documents that matter were there: the later one; empty while one is missing. */
    Optional<Reached> complete(Optional<Reached> received, Optional<Reached> invoiced) {
        boolean withReceipt = terms == null || terms.needsReceipt();
        boolean withInvoice = terms == null || terms.needsInvoice();
        if (withReceipt && received.isEmpty() || withInvoice && invoiced.isEmpty()) {
            return Optional.empty();
        }
        if (withReceipt && withInvoice) {
            return received.get().occurredAt() >= invoiced.get().occurredAt() ? received : invoiced;
        }
        return withReceipt ? received : invoiced;
    }
}
