package io.milepost.state.view;

import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import java.math.BigDecimal;

/**
 * Three-way match of order, receipt and invoice. Quantities must agree exactly; prices within 2 %
 * of the order's, the tolerance that is usual in the trade.
 */
final class ThreeWayMatch {

    private static final BigDecimal PRICE_TOLERANCE = new BigDecimal("0.02");

    private ThreeWayMatch() {}

    static Reached matched(Knowledge knowledge) {
        return outcome(knowledge) == MatchOutcome.MATCHED
                ? Reached.both(
                        MilestoneName.MATCHED,
                        knowledge.reached(MilestoneName.RECEIVED),
                        knowledge.reached(MilestoneName.INVOICED))
                : null;
    }

    static MatchOutcome outcome(Knowledge knowledge) {
        if (knowledge.reached(MilestoneName.RECEIVED) == null
                || knowledge.reached(MilestoneName.INVOICED) == null) {
            return MatchOutcome.PENDING;
        }
        if (knowledge.billing().invoiced().sum().compareTo(knowledge.deliveries().received().sum())
                != 0) {
            return MatchOutcome.QUANTITY_DIFFERS;
        }
        return knowledge.billing().wrongPrices() == 0
                ? MatchOutcome.MATCHED
                : MatchOutcome.PRICE_DIFFERS;
    }

    static boolean priceAgrees(OrderFact order, InvoiceFact invoice) {
        if (!order.currency().equals(invoice.currency())) {
            return false;
        }
        BigDecimal difference = invoice.unitPrice().subtract(order.unitPrice()).abs();
        return difference.compareTo(order.unitPrice().abs().multiply(PRICE_TOLERANCE)) <= 0;
    }
}
