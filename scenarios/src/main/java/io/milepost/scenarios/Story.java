package io.milepost.scenarios;

import io.milepost.events.SlaPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One scenario of a feature file. Each has a company of its own, so that all may be told to one
 * job.
 *
 * @param feature name of the file, without its ending
 * @param name what the scenario is called
 * @param company the company within Odoo that it plays in
 * @param rules the service levels that hold from the start, for this company only
 * @param ruleTexts every rule of it, those published later too, as people write them; complete
 * @param goLive from when on the company is live; empty if it always was
 * @param actions what happens, in the order of time
 * @param leftOut why it is not played everywhere; empty if it is
 */
public record Story(
        String feature,
        String name,
        String company,
        List<SlaPolicy> rules,
        List<String> ruleTexts,
        Optional<Instant> goLive,
        List<Action> actions,
        Set<LeftOut> leftOut) {

    /** Keeps its own copies. */
    public Story {
        rules = List.copyOf(rules);
        ruleTexts = List.copyOf(ruleTexts);
        actions = List.copyOf(actions);
        leftOut = Set.copyOf(leftOut);
    }

    /** Whether it is played there. */
    public boolean isPlayedOn(Layer layer) {
        return leftOut.stream().noneMatch(reason -> reason.layer() == layer);
    }

    /** Every rule of it, those published later too, in the order of {@link #ruleTexts()}. */
    public List<SlaPolicy> allRules() {
        List<SlaPolicy> all = new ArrayList<>(rules);
        for (Action action : actions) {
            if (action instanceof Action.Published published) {
                all.add(published.policy());
            }
        }
        return all;
    }

    /** Whether a replay knows no rule earlier than those did who saw it happen. */
    public boolean hasItsRulesFromTheStart() {
        return actions.stream().noneMatch(Action.Published.class::isInstance);
    }

    /** Whether Odoo answers in it: whoever knows the answers before asks for less. */
    public boolean isAnswered() {
        return actions.stream().anyMatch(Action.OdooAnswers.class::isInstance);
    }

    /** Feature and name, for the reports of tests. */
    public String title() {
        return feature + ": " + name;
    }
}
