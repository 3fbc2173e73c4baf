package io.milepost.state.sla;

import io.milepost.events.MilestoneName;
import io.milepost.state.Times;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Portion;
import io.milepost.state.view.Promises;
import io.milepost.state.view.Reached;
import io.milepost.state.view.ScheduleLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule expects of a line by what is known.
 *
 * @param rule the rule
 * @param start what started its clock
 * @param scheduleLine the schedule line; {@link Episode#WHOLE_LINE} for the line
 * @param portion how much is expected, where a quantity is
 * @param deadline by when, exclusive; {@link Times#NONE} while that is unknown
 */
record Expectation(Rule rule, Reached start, int scheduleLine, Portion portion, long deadline) {

    /** What a rule whose clock was started expects: the line, and what is promised before it. */
    static List<Expectation> of(Rule rule, Reached start, Knowledge knowledge) {
        Expectation whole =
                new Expectation(
                        rule,
                        start,
                        Episode.WHOLE_LINE,
                        rule.portion(),
                        rule.deadline(start, knowledge));
        List<ScheduleLine> schedule =
                rule.perScheduleLine() ? Promises.schedule(knowledge) : List.of();
        if (schedule.isEmpty()) {
            return List.of(whole);
        }
        List<Expectation> all = new ArrayList<>(schedule.size() + 1);
        all.add(whole);
        for (ScheduleLine line : schedule) {
            all.add(
                    new Expectation(
                            rule,
                            start,
                            line.number(),
                            Portion.quantity(line.needed()),
                            rule.deadlineFrom(line.promisedAt())));
        }
        return all;
    }

    /** What it is called among those of its line: whatever its deadline, it is the same. */
    String name() {
        String name = rule.name() + '|' + start.factId();
        return scheduleLine == Episode.WHOLE_LINE ? name : name + '|' + '#' + scheduleLine;
    }

    /** When a warning is due; {@link Times#NONE} if none is. */
    long warnAt() {
        return rule.warnAt(deadline);
    }

    /** What is expected, if it has come; {@code null} if not. */
    Reached came(Knowledge knowledge) {
        return came(rule.expects(), portion, knowledge);
    }

    static Reached came(MilestoneName expected, Portion portion, Knowledge knowledge) {
        return expected == MilestoneName.RECEIVED
                ? knowledge.received(portion)
                : knowledge.reached(expected);
    }
}
