package io.milepost.state.view;

import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that became known so far, for the few questions that sums and extremes cannot answer:
 * what holds instead when something is taken back.
 */
final class History {

    private final List<OrderFact> orders = new ArrayList<>(4);
    private final List<AcknowledgementFact> acknowledgements = new ArrayList<>(4);
    private final Set<String> cameTooLate = new HashSet<>();
    private final Standings standings;

    /** A history whose current versions are kept by its owner. */
    History(Standings standings) {
        this.standings = standings;
    }

    void remember(OrderFact order) {
        insertByVersion(orders, order);
    }

    void remember(AcknowledgementFact acknowledgement, boolean isOver) {
        insertByVersion(acknowledgements, acknowledgement);
        if (isOver) {
            cameTooLate.add(acknowledgement.header().factId());
        }
    }

    /** Every version of the order, oldest first. */
    List<OrderFact> orders() {
        return orders;
    }

    /** Every version of every acknowledgement, oldest first. */
    List<AcknowledgementFact> acknowledgements() {
        return acknowledgements;
    }

    /** The order as it was known at a time, else its first version; {@code null} without any. */
    OrderFact orderAt(long knownAt) {
        OrderFact found = null;
        for (OrderFact version : orders) {
            if (found == null || version.header().knownAt() <= knownAt) {
                found = version;
            }
        }
        return found;
    }

    boolean isCurrent(Fact fact) {
        return standings.get(fact.header().identity()).fact() == fact;
    }

    /** Whether nothing was expected any more when an acknowledgement became known. */
    boolean cameTooLate(AcknowledgementFact acknowledgement) {
        return cameTooLate.contains(acknowledgement.header().factId());
    }

    private static <F extends Fact> void insertByVersion(List<F> sorted, F fact) {
        int at = Collections.binarySearch(sorted, fact, Fact.BY_VERSION);
        sorted.add(at < 0 ? -at - 1 : at, fact);
    }
}
