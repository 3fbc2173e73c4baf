package io.milepost.cli.policies;

import io.milepost.events.SlaPolicy;

/** Variants of one rule. */
final class Variants {

    private Variants() {}

    /** Whether two variants of a rule, in whichever versions, select the very same lines. */
    static boolean overlap(SlaPolicy one, SlaPolicy other) {
        return one.getRule().equals(other.getRule())
                && !one.getVariant().equals(other.getVariant())
                && one.getSelector().equals(other.getSelector());
    }
}
