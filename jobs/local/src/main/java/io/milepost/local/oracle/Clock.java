package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import java.util.Optional;

/**
 * What starts the clock of a rule.
 *
 * @param startedBy the milestone
 * @param base what a deadline counts from
 * @param restartedByCarrier whether each later status of the carrier starts it anew, until the
 *     goods are received
 */
record Clock(MilestoneName startedBy, OracleRule.Base base, boolean restartedByCarrier) {

    /** The fact that the clock runs from, by what was known; empty while it does not run. */
    Optional<Reached> start(Milestones milestones) {
        Optional<Reached> start = milestones.at(startedBy);
        if (restartedByCarrier && start.isPresent()) {
            if (milestones.at(MilestoneName.RECEIVED).isPresent()) {
                return Optional.empty();
            }
            return milestones
                    .newestCarrierStatus()
                    .filter(it -> it.occurredAt() > start.get().occurredAt())
                    .or(() -> start);
        }
        return start;
    }

    long base(Reached start, Promises promises) {
        return switch (base) {
            case START -> start.occurredAt();
            case FIRST_PROMISE -> promises.first();
            case CURRENT_PROMISE -> promises.current();
        };
    }
}
