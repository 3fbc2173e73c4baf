package io.milepost.cli.policies;

import io.milepost.events.DeadlineBase;
import io.milepost.state.Times;
import io.milepost.state.sla.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a rule's deadline comes about for a line, step by step. */
final class DeadlineSteps {

    /**
     * A step.
     *
     * @param what what was done, in words
     * @param time the time that it led to, microseconds
     */
    record Step(String what, long time) {}

    private static final long SECOND = 1_000_000L;
    private static final List<String> UNITS = List.of("h", "m");
    private static final List<Long> UNIT_SECONDS = List.of(3_600L, 60L);

    private DeadlineSteps() {}

    /** The steps to the deadline and its warning; none if what it counts from is not given. */
    static List<Step> of(Rule rule, LineQuestion line) {
        long base = line.base(rule);
        List<Step> steps = new ArrayList<>();
        if (base == Times.NONE || line.reached(rule.startedBy()) == Times.NONE) {
            return steps;
        }
        steps.add(new Step(baseInWords(rule), base));
        String counted = rule.calendar() == null ? "" : " of working time";
        if (rule.allowance() != 0) {
            String sign = rule.allowance() < 0 ? "minus " : "plus ";
            steps.add(
                    new Step(
                            sign + span(Math.abs(rule.allowance())) + counted, rule.dueFrom(base)));
        }
        long deadline = rule.deadlineFrom(base);
        if (rule.endOfDay()) {
            steps.add(new Step(endInWords(rule), deadline));
        }
        steps.add(new Step("deadline, exclusive", deadline));
        long warning = rule.warnAt(deadline);
        if (warning != Times.NONE) {
            steps.add(
                    new Step("warning, " + span(rule.warnBefore()) + counted + " before", warning));
        }
        return steps;
    }

    /** What is missing for a deadline, in words. */
    static String missing(Rule rule, LineQuestion line) {
        return line.reached(rule.startedBy()) == Times.NONE
                ? "the clock has not started: no time of " + rule.startedBy() + " is given"
                : "no " + baseInWords(rule) + " is given";
    }

    /** A span in the largest unit that holds it whole, such as 48h. */
    static String span(long micros) {
        for (int i = 0; i < UNITS.size(); i++) {
            if (micros % (UNIT_SECONDS.get(i) * SECOND) == 0) {
                return micros / (UNIT_SECONDS.get(i) * SECOND) + UNITS.get(i);
            }
        }
        return micros / SECOND + "s";
    }

    private static String baseInWords(Rule rule) {
        if (rule.restartedByCarrier()) {
            return "start, " + rule.startedBy() + " or the latest carrier status";
        }
        return rule.base() == DeadlineBase.START
                ? "start, " + rule.startedBy()
                : rule.base().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String endInWords(Rule rule) {
        return rule.calendar() == null
                ? "end of the day in " + rule.zone()
                : "end of the working day in " + rule.calendar().zone();
    }
}
