package io.milepost.state.view;

import io.milepost.state.fact.Fact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.ReceiptFact;
import java.util.HashSet;
import java.util.Set;

/**
 * How often something was posted for a line, kept as facts replace one another: one more fact costs
 * the same however many there are. Corrections of a bill's value come without a quantity and are
 * not counted as bills.
 */
public final class Counts {

    private final Set<String> posted = new HashSet<>();
    private int receipts;
    private int receiptsReversed;
    private int serviceEntries;
    private int billsCancelled;
    private int creditNotes;
    private int payments;

    void replace(Fact before, Fact after) {
        if (before instanceof ReceiptFact receipt) {
            count(receipt, -1);
        } else if (before instanceof InvoiceFact invoice) {
            count(invoice, -1);
        }
        if (after instanceof ReceiptFact receipt) {
            count(receipt, 1);
        } else if (after instanceof InvoiceFact invoice) {
            if (isBill(invoice) && invoice.counts()) {
                posted.add(invoice.header().identity());
            }
            count(invoice, 1);
        }
    }

    private void count(ReceiptFact receipt, int by) {
        if (!receipt.received()) {
            return;
        }
        if (receipt.quantity().signum() < 0) {
            receiptsReversed += by;
        } else if (receipt.service()) {
            serviceEntries += by;
        } else {
            receipts += by;
        }
    }

    private void count(InvoiceFact invoice, int by) {
        if (!invoice.booked()) {
            return;
        }
        payments += invoice.paid() ? by : 0;
        if (isBill(invoice)) {
            boolean cancelled = !invoice.counts() && posted.contains(invoice.header().identity());
            billsCancelled += cancelled ? by : 0;
        } else if (invoice.counts() && invoice.quantity().signum() > 0) {
            creditNotes += by;
        }
    }

    private static boolean isBill(InvoiceFact invoice) {
        return invoice.booked() && !invoice.credit() && invoice.quantity().signum() > 0;
    }

    /** Receipts of goods that were posted, reversed ones included. */
    public int receipts() {
        return receipts;
    }

    /** Receipts, of goods or services, that were reversed. */
    public int receiptsReversed() {
        return receiptsReversed;
    }

    /** Entries of services that were posted. */
    public int serviceEntries() {
        return serviceEntries;
    }

    /** Bills that were ever posted, those taken back included. */
    public int bills() {
        return posted.size();
    }

    /** Bills that were taken back: cancelled, or credited. */
    public int billsReversed() {
        return billsCancelled + creditNotes;
    }

    /** Bill lines that are paid. */
    public int payments() {
        return payments;
    }
}
