package io.milepost.state.line;

import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.RuleBook;
import java.util.List;

/** A line step by step, for tests of what each step does and tells. */
final class Steps {

    static final LineKey KEY = new LineKey("main", "1", 42, 4201);

    private final FactArchive archive = FactArchive.inMemory();
    private final Window window;
    private RuleBook rules;
    private LineState state = LineState.EMPTY;
    private long clock = Times.NONE;
    private LineStatus status;

    Steps(RuleBook rules) {
        this(rules, Window.DEFAULT);
    }

    Steps(RuleBook rules, Window window) {
        this.rules = rules;
        this.window = window;
    }

    /** Something is said. */
    Step say(Said said) {
        return took(line().apply(state, said.fact(), clock));
    }

    /** Several things are said; returns the last step. */
    Step sayAll(Said... said) {
        Step last = null;
        for (Said one : said) {
            last = say(one);
        }
        return last;
    }

    /** The clock reaches a time. */
    Step at(String time) {
        clock = Said.time(time);
        return took(line().tick(state, clock));
    }

    /** Other rules are published. */
    Step under(RuleBook others) {
        rules = others;
        return took(line().tick(state, clock));
    }

    /** The status as it was told last. */
    LineStatus status() {
        return status;
    }

    LineState state() {
        return state;
    }

    Line line() {
        return new Line(KEY, rules, archive, window);
    }

    /** The milestones that a step told, as {@code REACHED RECEIVED PLANNED}. */
    static List<String> milestones(Step step) {
        return step.outputs().milestones().stream().map(Steps::words).toList();
    }

    private static String words(LineMilestone milestone) {
        return milestone.getChange()
                + " "
                + milestone.getMilestone()
                + " "
                + milestone.getClassifier();
    }

    private Step took(Step step) {
        state = step.state();
        if (step.outputs().status() != null) {
            status = step.outputs().status();
        }
        return step;
    }
}
