package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.SupplierEvent;
import io.milepost.state.correlation.Match;
import io.milepost.state.correlation.OrderIndex;

/** Why a supplier's event found no line: what, expected, found. */
final class OrderMessages {

    private OrderMessages() {}

    static String notTheVendor(SupplierEvent event, OrderIndex lines) {
        return "partner of order "
                + event.getOrderName()
                + ": expected its vendor "
                + lines.vendor()
                + " but found "
                + event.getEnvelope().getPartner();
    }

    static String ambiguous(SupplierEvent event, Match match) {
        return "line of order "
                + event.getOrderName()
                + ": expected one line but found "
                + match.lines().size()
                + " for "
                + event.getLine();
    }

    static String unmatched(SupplierEvent event, Wait wait) {
        return "line of order "
                + event.getOrderName()
                + ": expected to know it within "
                + wait.words()
                + " but found none for "
                + (event.getLine() == null ? "the whole order" : event.getLine());
    }
}
