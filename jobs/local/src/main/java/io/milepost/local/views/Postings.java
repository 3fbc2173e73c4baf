package io.milepost.local.views;

import io.milepost.events.LineStatus;
import java.util.Collection;

/**
 * What was posted for all lines, by what their final statuses say.
 *
 * @param receipts receipts of goods, reversed ones included
 * @param receiptsReversed receipts that were reversed
 * @param serviceEntries entries of services
 * @param bills bills that were ever posted
 * @param billsReversed bills that were taken back
 * @param payments bill lines that are paid
 * @param linesWithReceipt lines with at least one receipt of goods, reversed or not
 * @param linesWithBill lines with at least one bill, taken back or not
 */
public record Postings(
        long receipts,
        long receiptsReversed,
        long serviceEntries,
        long bills,
        long billsReversed,
        long payments,
        long linesWithReceipt,
        long linesWithBill) {

    /** The sums over statuses, one a line. */
    public static Postings of(Collection<LineStatus> statuses) {
        return statuses.stream()
                .map(Postings::of)
                .reduce(new Postings(0, 0, 0, 0, 0, 0, 0, 0), Postings::plus);
    }

    private static Postings of(LineStatus status) {
        return new Postings(
                status.getReceipts(),
                status.getReceiptsReversed(),
                status.getServiceEntries(),
                status.getBills(),
                status.getBillsReversed(),
                status.getPayments(),
                status.getReceipts() > 0 ? 1 : 0,
                status.getBills() > 0 ? 1 : 0);
    }

    private Postings plus(Postings other) {
        return new Postings(
                receipts + other.receipts,
                receiptsReversed + other.receiptsReversed,
                serviceEntries + other.serviceEntries,
                bills + other.bills,
                billsReversed + other.billsReversed,
                payments + other.payments,
                linesWithReceipt + other.linesWithReceipt,
                linesWithBill + other.linesWithBill);
    }
}
