package io.milepost.state.items;

import java.util.List;

/**
 * What holds now of the things that hold one after the other: prices of one quantity, lead times.
 *
 * @param fact what holds; {@code null} if what held has ended and nothing took its place
 * @param since from when on it holds or nothing does, microseconds
 * @param factIds the facts by which that is so
 * @param passedOver ids of all facts that would hold instead if they had not ended, not been taken
 *     back or begun already; with them no two reasons for one value look the same
 * @param names the names that the supplier gives to the item
 * @param knownAt when the newest of those facts became known or came into force, microseconds
 * @param <F> what holds
 */
record Reign<F extends ItemFact>(
        F fact,
        long since,
        List<String> factIds,
        List<String> passedOver,
        ItemNames names,
        long knownAt) {

    /** Keeps its own copies. */
    Reign {
        factIds = List.copyOf(factIds);
        passedOver = List.copyOf(passedOver);
    }
}
