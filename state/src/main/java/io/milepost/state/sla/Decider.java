package io.milepost.state.sla;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Portion;
import io.milepost.state.view.Promises;
import io.milepost.state.view.Reached;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides every rule for a line: a pure function of its facts, the rules and the clock, never of
 * the order in which facts arrived.
 *
 * <p>It goes through the line's life as it became known. Between two facts the knowledge is
 * constant, and so is each rule's deadline; the rule is decided at the deadline (or as soon as it
 * was known, if that was later) with what was known before. What became known afterwards cannot
 * undo that a breach was seen, only how it ended. The clock only says how much of that has come to
 * pass, which is why a life that was gone through once need not be gone through again.
 */
public final class Decider {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final LineKey key;
    private final RuleBook rules;
    private final Knowledge knowledge;
    private final Map<String, Opening> openings;
    private long lastKnownAt = Times.NONE;

    /** Nothing is known. */
    public Decider(LineKey key, RuleBook rules) {
        this(key, rules, new Knowledge(), new HashMap<>());
    }

    private Decider(
            LineKey key, RuleBook rules, Knowledge knowledge, Map<String, Opening> openings) {
        this.key = key;
        this.rules = rules;
        this.knowledge = knowledge;
        this.openings = openings;
    }

    /**
     * Goes on from what {@link #write} wrote, under the same rules.
     *
     * @param stored the current version of a thing among the facts that are not learned again
     */
    public static Decider resumed(
            LineKey key, RuleBook rules, StateInput in, Function<String, Standing> stored) {
        Decider decider = new Decider(key, rules, Knowledge.resumed(in, stored), new HashMap<>());
        decider.knowledge.goOnWith(rules.terms(key, decider.knowledge));
        decider.lastKnownAt = in.number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            decider.openings.put(in.text(), Opening.read(in));
        }
        return decider;
    }

    /** Writes what is needed to go on. */
    public void write(StateOutput out) {
        knowledge.write(out);
        out.number(lastKnownAt);
        out.number(openings.size());
        openings.forEach(
                (name, opening) -> {
                    out.text(name);
                    opening.write(out);
                });
    }

    /** Takes in what became known next. */
    public void learn(Fact fact) {
        long knownAt = fact.header().knownAt();
        if (knownAt != lastKnownAt && lastKnownAt != Times.NONE) {
            passTo(knownAt, openings);
        }
        knowledge.add(fact);
        knowledge.matchBy(rules.terms(key, knowledge));
        knowledge.watch(portions());
        lastKnownAt = knownAt;
    }

    /** Every portion of which a rule, a promise or an opened episode asks when it was received. */
    private Set<Portion> portions() {
        if (rules.shares().isEmpty() && !rules.hasScheduleLines()) {
            return Set.of();
        }
        Set<Portion> portions = new HashSet<>(rules.shares());
        if (rules.hasScheduleLines()) {
            Promises.schedule(knowledge)
                    .forEach(line -> portions.add(Portion.quantity(line.needed())));
            openings.values().forEach(opening -> portions.add(opening.portion()));
            portions.remove(Portion.IN_FULL);
        }
        return portions;
    }

    /** When the last fact became known; {@link Times#NONE} before the first. */
    public long lastKnownAt() {
        return lastKnownAt;
    }

    /** What is known. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /**
     * What has come to pass.
     *
     * @param clock the clock in microseconds; {@link Times#NONE} before the first heartbeat
     */
    public Decision decision(long clock) {
        Map<String, Opening> foreseen = new HashMap<>(openings);
        passTo(FOR_EVER, foreseen);
        List<Episode> episodes = new ArrayList<>();
        long next = Times.NONE;
        for (Opening opening : foreseen.values()) {
            long opens = opening.episode().openedAt();
            if (opens > clock) {
                next = earlier(next, opens);
                continue;
            }
            Episode episode = ended(opening, clock);
            episodes.add(episode);
            if (episode.warning() && episode.status() == EpisodeStatus.OPEN) {
                next = earlier(next, episode.deadline());
            }
        }
        episodes.sort(Episode.BY_OPENING);
        return new Decision(episodes, next);
    }

    private static long earlier(long next, long instant) {
        return next == Times.NONE ? instant : Math.min(next, instant);
    }

    /**
     * Leaves out the episodes that are over for good: a carrier that spoke late started their clock
     * anew, and what is learned next changes nothing of that.
     *
     * @param told the episodes that readers know; others stay until they are told
     * @return those that are left out
     */
    public List<Episode> leaveOver(Collection<Episode> told) {
        List<Episode> over = new ArrayList<>();
        for (Opening opening : List.copyOf(openings.values())) {
            Episode episode =
                    opening.isRestarted(knowledge, lastKnownAt) ? ended(opening, FOR_EVER) : null;
            if (episode != null && told.contains(episode)) {
                openings.values().remove(opening);
                over.add(episode);
            }
        }
        return over;
    }

    /** Passes through the time in which nothing new becomes known. */
    private void passTo(long nextKnownAt, Map<String, Opening> into) {
        if (knowledge.order() != null && knowledge.reached(MilestoneName.CANCELLED) == null) {
            for (String name : rules.names()) {
                Rule rule = rules.applicable(name, key, knowledge);
                if (rule != null && rule.requests() == null) {
                    decide(rule, nextKnownAt, into);
                }
            }
        }
        into.replaceAll((name, opening) -> noteStop(opening));
    }

    private void decide(Rule rule, long nextKnownAt, Map<String, Opening> into) {
        Reached start = start(rule.startedBy(), rule.restartedByCarrier());
        if (start == null || !rules.isLive(key, start)) {
            return;
        }
        for (Expectation expectation : Expectation.of(rule, start, knowledge)) {
            decide(expectation, nextKnownAt, into);
        }
    }

    private void decide(Expectation expectation, long nextKnownAt, Map<String, Opening> into) {
        long deadline = expectation.deadline();
        if (deadline == Times.NONE || deadline <= knowledge.partSince()) {
            return;
        }
        long instant = notBeforeKnown(deadline);
        long warning = notBeforeKnown(expectation.warnAt());
        boolean isWarned =
                warning != Times.NONE
                        && warning < deadline
                        && warning <= nextKnownAt
                        && expectation.warnAt() > knowledge.partSince();
        if (instant > nextKnownAt && !isWarned) {
            return;
        }
        Reached came = expectation.came(knowledge);
        String name = expectation.name();
        if (isInTime(came, deadline) || into.containsKey(name)) {
            return;
        }
        if (isWarned && came == null) {
            into.putIfAbsent(
                    name + '|' + deadline, Opening.of(expectation, knowledge, warning, true));
        }
        if (instant <= nextKnownAt) {
            into.put(name, Opening.of(expectation, knowledge, instant, false));
        }
    }

    /** What was due before it was known is decided as soon as it is known. */
    private long notBeforeKnown(long instant) {
        return instant == Times.NONE ? Times.NONE : Math.max(instant, lastKnownAt + 1);
    }

    /**
     * What started a clock; {@code null} if nothing did. A clock that the carrier restarts counts
     * from the last thing that it said, until the goods are received.
     */
    private Reached start(MilestoneName startedBy, boolean restartedByCarrier) {
        Reached start = knowledge.reached(startedBy);
        if (start == null || !restartedByCarrier) {
            return start;
        }
        if (knowledge.reached(MilestoneName.RECEIVED) != null) {
            return null;
        }
        Reached last = knowledge.lastCarrierStatus();
        return last == null || last.occurredAt() < start.occurredAt() ? start : last;
    }

    /** Notes since when the clock of an opened episode no longer runs, while it does not. */
    private Opening noteStop(Opening opening) {
        Reached start = start(opening.clock(), opening.restartedByCarrier());
        boolean runs = start != null && start.factId().equals(opening.episode().startedBy());
        if (runs && opening.episode().warning()) {
            runs = isStillDue(opening, start);
        }
        if (runs == (opening.stoppedAt() == Times.NONE)) {
            return opening;
        }
        return opening.stopped(runs ? Times.NONE : lastKnownAt);
    }

    /** Whether what is warned of is still to come, by the same deadline. */
    private boolean isStillDue(Opening warning, Reached start) {
        Episode episode = warning.episode();
        Rule rule = rules.applicable(episode.rule(), key, knowledge);
        if (rule == null || knowledge.reached(MilestoneName.CANCELLED) != null) {
            return false;
        }
        for (Expectation expectation : Expectation.of(rule, start, knowledge)) {
            if (expectation.scheduleLine() == episode.scheduleLine()) {
                return expectation.deadline() == episode.deadline()
                        && expectation.came(knowledge) == null;
            }
        }
        return false;
    }

    /** A warning ends with what it warns of, or when that no longer is to come. */
    private static Episode endedWarning(Opening opening, long clock) {
        Episode episode = opening.episode();
        long end = episode.deadline();
        if (opening.stoppedAt() != Times.NONE) {
            end = Math.min(end, opening.stoppedAt());
        } else if (clock < end) {
            return episode;
        }
        return episode.ended(EpisodeStatus.CLEARED, end, null);
    }

    /** How an opened episode stands by everything that is known. */
    private Episode ended(Opening opening, long clock) {
        Episode episode = opening.episode();
        if (episode.warning()) {
            return endedWarning(opening, clock);
        }
        if (opening.isRestarted(knowledge, FOR_EVER)) {
            return episode.ended(EpisodeStatus.CLEARED, opening.stoppedAt(), null);
        }
        Reached came = opening.came(knowledge);
        if (came == null) {
            came = knowledge.reached(MilestoneName.CANCELLED);
        }
        if (came != null) {
            return episode.ended(
                    isInTime(came, episode.deadline())
                            ? EpisodeStatus.RETRACTED
                            : EpisodeStatus.CLEARED,
                    came.knownAt(),
                    came.factId());
        }
        return opening.stoppedAt() == Times.NONE
                ? episode
                : episode.ended(EpisodeStatus.CLEARED, opening.stoppedAt(), null);
    }

    private static boolean isInTime(Reached milestone, long deadline) {
        return milestone != null && milestone.occurredAt() < deadline;
    }
}
