package io.milepost.state.line;

import io.milepost.events.OrderState;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;

/**
 * What is left of a closed line: enough to know what comes for it, too little to merge it with.
 *
 * @param order the newest version of the order
 */
public record Tombstone(OrderFact order) {

    /** Whether a fact is only Odoo saying again what closed the line, which changes nothing. */
    public boolean expects(Fact fact) {
        return fact instanceof OrderFact version
                && !(Fact.BY_VERSION.compare(version, order) > 0 && reopens(version));
    }

    /** What a fact comes to that changes nothing. */
    MergeOutcome outcome(Fact fact) {
        return fact.header().factId().equals(order.header().factId())
                ? MergeOutcome.DUPLICATE
                : MergeOutcome.SUPERSEDED;
    }

    /** More is ordered than before, or what was cancelled is ordered again. */
    private boolean reopens(OrderFact version) {
        return !isCancelled(version)
                && (isCancelled(order) || version.quantity().compareTo(order.quantity()) > 0);
    }

    private static boolean isCancelled(OrderFact version) {
        return version.cancelled() || version.state() == OrderState.CANCELLED;
    }
}
