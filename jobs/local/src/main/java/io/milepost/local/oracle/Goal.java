package io.milepost.local.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a rule expects of a line: the whole, or a part that is promised earlier.
 *
 * @param scheduleLine 0 for the whole line
 * @param deadline the first microsecond that is too late
 * @param in when it had come, by what was known
 */
record Goal(int scheduleLine, long deadline, Function<Milestones, Optional<Reached>> in) {

    /** All that a running rule expects, by what was known. */
    static List<Goal> of(RuleChoice.Running running, Milestones line) {
        OracleRule rule = running.rule();
        Due due = rule.due();
        List<Goal> goals = new ArrayList<>();
        long base = rule.clock().base(running.start(), line.promises());
        goals.add(new Goal(0, due.deadline(base), rule.expected()::in));
        if (rule.expected().eachScheduleLine()) {
            for (Promises.EarlierPart part : line.promises().earlierParts()) {
                goals.add(
                        new Goal(
                                part.number(),
                                due.deadline(part.promisedAt()),
                                later -> later.receivedQuantity(part.needed())));
            }
        }
        return goals;
    }

    boolean isKnown(Milestones line) {
        return in.apply(line).isPresent();
    }

    boolean wasInTime(Milestones line) {
        return in.apply(line).filter(it -> it.occurredAt() < deadline).isPresent();
    }
}
