package io.milepost.state.sla;

import io.milepost.events.InvoiceAnswer;
import io.milepost.events.PartialAnswer;
import io.milepost.events.SaleAnswer;

/**
 * What Odoo is asked for on a line.
 *
 * @param lineDate whether a line gets the date that its supplier names
 * @param partial when a line is confirmed in part, or in several parts
 * @param acknowledge whether the order is marked as acknowledged
 * @param vendorReference whether the order gets its supplier's own number
 * @param tracking whether the receipt gets the tracking number of the ship notice
 * @param receiptDate whether the receipt gets the date that ship notice or carrier expect
 * @param bill when the supplier's invoice comes
 * @param salePromise when the line is promised for later than it was planned for at first
 */
public record RequestPolicy(
        boolean lineDate,
        PartialAnswer partial,
        boolean acknowledge,
        boolean vendorReference,
        boolean tracking,
        boolean receiptDate,
        InvoiceAnswer bill,
        SaleAnswer salePromise) {

    /** What holds where no rule says anything: nothing that costs money without a person's word. */
    public static final RequestPolicy DEFAULT =
            new RequestPolicy(
                    true,
                    PartialAnswer.REVIEW,
                    true,
                    true,
                    true,
                    true,
                    InvoiceAnswer.NONE,
                    SaleAnswer.REVIEW);

    /** The same, but for lines that stay whole. */
    RequestPolicy whole() {
        return partial != PartialAnswer.SPLIT
                ? this
                : new RequestPolicy(
                        lineDate,
                        PartialAnswer.REVIEW,
                        acknowledge,
                        vendorReference,
                        tracking,
                        receiptDate,
                        bill,
                        salePromise);
    }
}
