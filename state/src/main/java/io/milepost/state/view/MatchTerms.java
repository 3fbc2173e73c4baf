package io.milepost.state.view;

import java.math.BigDecimal;

/** What has to agree for a line to be matched. */
public interface MatchTerms {

    /**
     * Order, receipt and invoice: invoiced as received, at prices within 2 % of the order's, the
     * tolerance that is usual in the trade.
     */
    MatchTerms USUAL = new UsualTerms();

    /** Whether goods must be received; not in a two-way match of order and invoice. */
    boolean needsReceipt();

    /** Whether an invoice must come; not for consignment, which is settled on use. */
    boolean needsInvoice();

    /** Whether a received quantity is as ordered. */
    boolean allowsReceived(BigDecimal ordered, BigDecimal received);

    /** Whether an invoiced quantity is as received, or as ordered where nothing is received. */
    boolean allowsInvoiced(BigDecimal due, BigDecimal invoiced);

    /** Whether a unit price, in the order's currency and unit, is as ordered. */
    boolean allowsPrice(BigDecimal ordered, BigDecimal found);
}
