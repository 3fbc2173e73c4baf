package io.milepost.state.sla;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Reached;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides every rule for a line: a pure function of its facts, the rules and the clock, never of
 * the order in which facts arrived.
 *
 * <p>It goes through the line's life as it became known. Between two facts the knowledge is
 * constant, and so is each rule's deadline; the rule is decided at the deadline (or as soon as it
 * was known, if that was later) with what was known before. What became known afterwards cannot
 * undo that a breach was seen, only how it ended.
 */
public final class Decider {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final LineKey key;
    private final RuleBook rules;
    private final long clock;
    private final Map<String, Episode> opened = new LinkedHashMap<>();
    private final Map<String, Long> stoppedAt = new HashMap<>();
    private long nextInstant = Times.NONE;

    private Decider(LineKey key, RuleBook rules, long clock) {
        this.key = key;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param key the line
     * @param facts its facts by knownAt
     * @param rules the rules
     * @param clock the clock in microseconds; {@link Times#NONE} before the first heartbeat
     */
    public static Decision decide(LineKey key, List<Fact> facts, RuleBook rules, long clock) {
        Decider decider = new Decider(key, rules, clock);
        Knowledge knowledge = new Knowledge();
        for (int i = 0; i < facts.size(); i++) {
            knowledge.add(facts.get(i));
            long knownAt = facts.get(i).header().knownAt();
            long nextKnownAt =
                    i + 1 < facts.size() ? facts.get(i + 1).header().knownAt() : FOR_EVER;
            if (nextKnownAt != knownAt) {
                decider.decideBetween(knowledge, knownAt, nextKnownAt);
                decider.noteStops(knowledge, knownAt);
            }
        }
        return decider.ended(knowledge);
    }

    /** Decides with the knowledge that held after {@code knownAt} up to {@code nextKnownAt}. */
    private void decideBetween(Knowledge knowledge, long knownAt, long nextKnownAt) {
        if (knowledge.order() == null || knowledge.reached(MilestoneName.CANCELLED) != null) {
            return;
        }
        for (String name : rules.names()) {
            Rule rule = applicable(name, knowledge);
            if (rule != null) {
                decide(rule, knowledge, knownAt, nextKnownAt);
            }
        }
    }

    private void decide(Rule rule, Knowledge knowledge, long knownAt, long nextKnownAt) {
        Reached start = knowledge.reached(rule.startedBy());
        String episode = rule.name() + '|' + start.factId();
        long deadline = rule.deadline(start, knowledge);
        if (deadline == Times.NONE || opened.containsKey(episode)) {
            return;
        }
        long instant = Math.max(deadline, knownAt + 1);
        if (instant > nextKnownAt || inTime(knowledge.reached(rule.expects()), deadline)) {
            return;
        }
        if (clock == Times.NONE || instant > clock) {
            nextInstant = nextInstant == Times.NONE ? instant : Math.min(nextInstant, instant);
            return;
        }
        opened.put(
                episode,
                new Episode(
                        rule.name(),
                        rule.version(),
                        rule.expects(),
                        rule.severity(),
                        start.factId(),
                        deadline,
                        instant,
                        EpisodeStatus.OPEN,
                        Times.NONE,
                        null));
    }

    /**
     * The version of a rule that was in force when this line's clock started; {@code null} if there
     * is none, or if it is not for this line: a version that a newer one replaced stays replaced.
     */
    private Rule applicable(String name, Knowledge knowledge) {
        for (Rule rule : rules.versions(name)) {
            Reached start = knowledge.reached(rule.startedBy());
            if (start != null && rule.holdsFor(start.occurredAt())) {
                return rule.selects(key, knowledge.order()) ? rule : null;
            }
        }
        return null;
    }

    /** Notes since when the clocks of opened episodes no longer run, while they do not. */
    private void noteStops(Knowledge knowledge, long knownAt) {
        opened.forEach(
                (name, episode) -> {
                    if (started(episode, knowledge)) {
                        stoppedAt.remove(name);
                    } else {
                        stoppedAt.putIfAbsent(name, knownAt);
                    }
                });
    }

    private Decision ended(Knowledge everything) {
        List<Episode> episodes = new ArrayList<>(opened.size());
        opened.forEach((name, episode) -> episodes.add(end(name, episode, everything)));
        return new Decision(episodes, nextInstant);
    }

    /** How an opened episode stands by everything that is known. */
    private Episode end(String name, Episode episode, Knowledge everything) {
        Reached came = everything.reached(episode.expected());
        if (came == null) {
            came = everything.reached(MilestoneName.CANCELLED);
        }
        if (came != null) {
            return episode.ended(
                    inTime(came, episode.deadline())
                            ? EpisodeStatus.RETRACTED
                            : EpisodeStatus.CLEARED,
                    came.knownAt(),
                    came.factId());
        }
        Long stopped = stoppedAt.get(name);
        return stopped == null ? episode : episode.ended(EpisodeStatus.CLEARED, stopped, null);
    }

    /** Whether the fact that started an episode's clock still does. */
    private boolean started(Episode episode, Knowledge knowledge) {
        for (Rule rule : rules.versions(episode.rule())) {
            if (rule.version() == episode.ruleVersion()) {
                Reached start = knowledge.reached(rule.startedBy());
                return start != null && start.factId().equals(episode.startedBy());
            }
        }
        return false;
    }

    private static boolean inTime(Reached milestone, long deadline) {
        return milestone != null && milestone.occurredAt() < deadline;
    }
}
