package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a rule expects.
 *
 * @param milestone what must come
 * @param percent the share of the ordered quantity that must be received, 0 for any quantity at
 *     all; {@code null} for the milestone itself
 * @param eachScheduleLine whether every part that the supplier promised is expected by itself, too
 * @param match what matched means; {@code null} when the rule does not say it
 */
record Expected(
        MilestoneName milestone, BigDecimal percent, boolean eachScheduleLine, MatchTerms match) {

    static Expected of(MilestoneName milestone) {
        return new Expected(milestone, null, false, null);
    }

    /** When it had come, by what was known. */
    Optional<Reached> in(Milestones milestones) {
        return percent == null ? milestones.at(milestone) : milestones.receivedShare(percent);
    }
}
