package io.milepost.local.oracle;

import io.milepost.events.MatchKind;
import java.math.BigDecimal;

/**
 * What matched means for a line, by the rule that applies to it.
 *
 * @param kind which documents must agree
 * @param price how far the prices of invoices may be off
 * @param quantity how far received and invoiced quantities may be off
 * @param unlimitedOver whether any quantity above the ordered one will do
 */
record MatchTerms(MatchKind kind, Limit price, Limit quantity, boolean unlimitedOver) {

    boolean asOrdered(BigDecimal ordered, BigDecimal figure) {
        return unlimitedOver && figure.compareTo(ordered) >= 0 || quantity.holds(ordered, figure);
    }

    /** Whether receipt and invoice agree with each other, where both matter. */
    boolean agree(BigDecimal ordered, BigDecimal received, BigDecimal invoiced) {
        return !needsReceipt()
                || !needsInvoice()
                || quantity.allows(invoiced.subtract(received), ordered);
    }

    boolean needsReceipt() {
        return kind != MatchKind.TWO_WAY;
    }

    boolean needsInvoice() {
        return kind != MatchKind.CONSIGNMENT;
    }
}
