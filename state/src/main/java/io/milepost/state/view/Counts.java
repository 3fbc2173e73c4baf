package io.milepost.state.view;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.ReceiptFact;

/**
 * How often something was posted for a line, kept as facts replace one another: one more fact costs
 * the same however many there are. Corrections of a bill's value come without a quantity and are
 * not counted as bills.
 */
public final class Counts {

    private int receipts;
    private int receiptsReversed;
    private int serviceEntries;
    private int bills;
    private int billsCancelled;
    private int creditNotes;
    private int payments;

    void replace(Standing before, Standing after) {
        if (before != null) {
            count(before, -1);
        }
        count(after, 1);
    }

    /** Whether a version is what makes a bill count as posted once and for all. */
    static boolean posts(Fact fact) {
        return fact instanceof InvoiceFact invoice && isBill(invoice) && invoice.counts();
    }

    private void count(Standing standing, int by) {
        if (standing.fact() instanceof ReceiptFact receipt) {
            count(receipt, by);
        } else if (standing.fact() instanceof InvoiceFact invoice) {
            bills += standing.everCounted() ? by : 0;
            count(invoice, standing.everCounted(), by);
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

    private void count(InvoiceFact invoice, boolean wasPosted, int by) {
        if (!invoice.booked()) {
            return;
        }
        payments += invoice.paid() ? by : 0;
        if (isBill(invoice)) {
            billsCancelled += !invoice.counts() && wasPosted ? by : 0;
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
        return bills;
    }

    /** Bills that were taken back: cancelled, or credited. */
    public int billsReversed() {
        return billsCancelled + creditNotes;
    }

    /** Bill lines that are paid. */
    public int payments() {
        return payments;
    }

    void write(StateOutput out) {
        out.number(receipts);
        out.number(receiptsReversed);
        out.number(serviceEntries);
        out.number(bills);
        out.number(billsCancelled);
        out.number(creditNotes);
        out.number(payments);
    }

    static Counts read(StateInput in) {
        Counts counts = new Counts();
        counts.receipts = in.count();
        counts.receiptsReversed = in.count();
        counts.serviceEntries = in.count();
        counts.bills = in.count();
        counts.billsCancelled = in.count();
        counts.creditNotes = in.count();
        counts.payments = in.count();
        return counts;
    }
}
