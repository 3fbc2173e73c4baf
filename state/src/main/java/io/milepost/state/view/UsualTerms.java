package io.milepost.state.view;

import java.math.BigDecimal;

/** The terms that hold where no rule names others. */
record UsualTerms() implements MatchTerms {

    private static final BigDecimal PRICE_TOLERANCE = new BigDecimal("0.02");

    @Override
    public boolean needsReceipt() {
        return true;
    }

    @Override
    public boolean needsInvoice() {
        return true;
    }

    /** More than ordered may come: received in full is at least as much. */
    @Override
    public boolean allowsReceived(BigDecimal ordered, BigDecimal received) {
        return true;
    }

    @Override
    public boolean allowsInvoiced(BigDecimal due, BigDecimal invoiced) {
        return due.compareTo(invoiced) == 0;
    }

    @Override
    public boolean allowsPrice(BigDecimal ordered, BigDecimal found) {
        return found.subtract(ordered).abs().compareTo(ordered.abs().multiply(PRICE_TOLERANCE))
                <= 0;
    }
}
