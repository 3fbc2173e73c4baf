package io.milepost.state.sla;

import io.milepost.events.MatchKind;
import io.milepost.state.view.MatchTerms;
import java.math.BigDecimal;

/**
 * What matched means for the lines of a rule.
 *
 * @param kind which documents must agree
 * @param price how far an invoice's unit price may be off the order's
 * @param quantity how far a quantity may be off the ordered one
 * @param unlimitedOver whether more than ordered is accepted without a limit
 */
public record MatchPolicy(MatchKind kind, Limit price, Limit quantity, boolean unlimitedOver)
        implements MatchTerms {

    @Override
    public boolean needsReceipt() {
        return kind != MatchKind.TWO_WAY;
    }

    @Override
    public boolean needsInvoice() {
        return kind != MatchKind.CONSIGNMENT;
    }

    @Override
    public boolean allowsReceived(BigDecimal ordered, BigDecimal received) {
        return allowsQuantity(ordered, received);
    }

    /** More than was received is never accepted without a limit. */
    @Override
    public boolean allowsInvoiced(BigDecimal due, BigDecimal invoiced) {
        return quantity.allows(due, invoiced);
    }

    /** Whether a quantity, received or invoiced, is as ordered. */
    public boolean allowsQuantity(BigDecimal ordered, BigDecimal found) {
        return unlimitedOver && found.compareTo(ordered) > 0 || quantity.allows(ordered, found);
    }

    @Override
    public boolean allowsPrice(BigDecimal ordered, BigDecimal found) {
        return price.allows(ordered, found);
    }
}
