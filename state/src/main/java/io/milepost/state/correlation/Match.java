package io.milepost.state.correlation;

import java.util.List;

/**
 * Which lines of an order a partner means.
 *
 * @param kind how the search ended
 * @param lines the lines that were found; several when the whole order is meant or the name is
 *     ambiguous
 */
public record Match(Kind kind, List<OrderLineEntry> lines) {

    /** How a search ended. */
    public enum Kind {
        /** The lines are known. */
        FOUND,
        /** No line of that name is known yet. */
        NOT_YET,
        /** Several lines answer to the name; choosing one would be guessing. */
        AMBIGUOUS
    }

    /** Keeps its own copy. */
    public Match {
        lines = List.copyOf(lines);
    }
}
