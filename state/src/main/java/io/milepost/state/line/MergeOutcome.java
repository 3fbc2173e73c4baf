package io.milepost.state.line;

/** What one more fact did to what is remembered of a line. */
public enum MergeOutcome {
    /** It was new. */
    ADDED,
    /** It was new, but a later version of the same thing is known. */
    SUPERSEDED,
    /** It was there already. */
    DUPLICATE,
    /** It was there already, but is now known to have been known earlier. */
    DUPLICATE_KNOWN_EARLIER,
    /**
     * The same thing in the same version says something else; one of the two is kept, by a rule.
     */
    CONFLICT
}
