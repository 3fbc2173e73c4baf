package io.milepost.state.view;

import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import java.math.BigDecimal;

/** The match of order, receipt and invoice, or of those two of them that the terms ask for. */
final class Match {

    private Match() {}

    /** When all that has to come had come; {@code null} before. */
    static Reached settled(MilestoneName name, Knowledge knowledge) {
        MatchTerms terms = knowledge.terms();
        Reached received = knowledge.reached(MilestoneName.RECEIVED);
        Reached invoiced = knowledge.reached(MilestoneName.INVOICED);
        if (terms.needsReceipt() && received == null || terms.needsInvoice() && invoiced == null) {
            return null;
        }
        if (!terms.needsReceipt() || !terms.needsInvoice()) {
            Reached last = terms.needsReceipt() ? received : invoiced;
            return Reached.both(name, last, last);
        }
        return Reached.both(name, received, invoiced);
    }

    static Reached matched(Knowledge knowledge) {
        return outcome(knowledge) == MatchOutcome.MATCHED
                ? settled(MilestoneName.MATCHED, knowledge)
                : null;
    }

    static MatchOutcome outcome(Knowledge knowledge) {
        if (settled(MilestoneName.MATCHED, knowledge) == null) {
            return MatchOutcome.PENDING;
        }
        MatchTerms terms = knowledge.terms();
        BigDecimal due = knowledge.ordered();
        if (terms.needsReceipt()) {
            BigDecimal received = knowledge.deliveries().received().sum();
            if (!terms.allowsReceived(due, received)) {
                return MatchOutcome.QUANTITY_DIFFERS;
            }
            due = received;
        }
        if (!terms.needsInvoice()) {
            return MatchOutcome.MATCHED;
        }
        if (!terms.allowsInvoiced(due, knowledge.billing().invoiced().sum())) {
            return MatchOutcome.QUANTITY_DIFFERS;
        }
        return knowledge.billing().wrongPrices() == 0
                ? MatchOutcome.MATCHED
                : MatchOutcome.PRICE_DIFFERS;
    }
}
