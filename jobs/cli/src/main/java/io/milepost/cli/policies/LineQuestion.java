package io.milepost.cli.policies;

import io.milepost.events.MilestoneName;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Rule;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A line as far as it matters to rules. Times are microseconds, {@link Times#NONE} if not given.
 *
 * @param key the line
 * @param order what selectors look at
 * @param milestones when which milestone was reached
 * @param firstPromise the first promise
 * @param currentPromise the current promise
 * @param openValue open value in the order's currency; {@code null} if not given
 */
record LineQuestion(
        LineKey key,
        OrderFact order,
        Map<MilestoneName, Long> milestones,
        long firstPromise,
        long currentPromise,
        BigDecimal openValue) {

    /** When a milestone was reached. */
    long reached(MilestoneName milestone) {
        return milestones.getOrDefault(milestone, Times.NONE);
    }

    /** The time that a deadline counts from. */
    long base(Rule rule) {
        return switch (rule.base()) {
            case START -> rule.clockFrom(reached(rule.startedBy()), this::reached);
            case FIRST_PROMISE -> firstPromise;
            case CURRENT_PROMISE -> currentPromise;
            case UNKNOWN -> Times.NONE;
        };
    }
}
