package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Milestones that are reached when enough has come: received, invoiced, paid in full. */
final class Fulfilment {

    private static final Comparator<Fact> BY_OCCURRENCE =
            Comparator.comparingLong(Fact::occurredAt).thenComparing(f -> f.header().factId());

    private Fulfilment() {}

    static Reached received(Knowledge knowledge) {
        OrderFact order = knowledge.order();
        if (order == null
                || order.quantity().signum() <= 0
                || knowledge.totals().received().compareTo(order.quantity()) < 0) {
            return null;
        }
        List<ReceiptFact> receipts = new ArrayList<>();
        for (ReceiptFact receipt : knowledge.receipts()) {
            if (receipt.received()) {
                receipts.add(receipt);
            }
        }
        return complete(MilestoneName.RECEIVED, receipts, ReceiptFact::quantity, order.quantity());
    }

    static Reached invoiced(Knowledge knowledge) {
        OrderFact order = knowledge.order();
        if (order == null || order.quantity().signum() <= 0) {
            return null;
        }
        return complete(
                MilestoneName.INVOICED,
                new ArrayList<>(Invoices.debits(knowledge.invoices())),
                InvoiceFact::quantity,
                order.quantity());
    }

    /** Invoiced in full, and every bill that counts is paid. */
    static Reached paid(Knowledge knowledge) {
        if (knowledge.reached(MilestoneName.INVOICED) == null) {
            return null;
        }
        InvoiceFact last = null;
        for (InvoiceFact invoice : Invoices.debits(knowledge.invoices())) {
            if (!invoice.booked()) {
                continue;
            }
            if (!invoice.paid()) {
                return null;
            }
            if (last == null || invoice.paidAt() > last.paidAt()) {
                last = invoice;
            }
        }
        return last == null ? null : Reached.actual(MilestoneName.PAID, last, last.paidAt());
    }

    /**
     * The earliest time by which enough had come, provided that all parts together are enough.
     * Parts of one time count together: a reversal undoes a receipt of the same moment.
     */
    private static <F extends Fact> Reached complete(
            MilestoneName name,
            List<F> parts,
            Function<F, BigDecimal> quantity,
            BigDecimal needed) {
        parts.sort(BY_OCCURRENCE);
        BigDecimal sum = BigDecimal.ZERO;
        long knownAt = Long.MIN_VALUE;
        Reached reached = null;
        for (int i = 0; i < parts.size(); i++) {
            F part = parts.get(i);
            sum = sum.add(quantity.apply(part));
            knownAt = Math.max(knownAt, part.header().knownAt());
            boolean lastOfItsTime =
                    i + 1 == parts.size() || parts.get(i + 1).occurredAt() > part.occurredAt();
            if (reached == null && lastOfItsTime && sum.compareTo(needed) >= 0) {
                reached = Reached.actual(name, part, part.occurredAt()).knownNoEarlierThan(knownAt);
            }
        }
        return sum.compareTo(needed) >= 0 ? reached : null;
    }
}
