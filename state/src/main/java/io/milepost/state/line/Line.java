package io.milepost.state.line;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStage;
import io.milepost.events.LineStatus;
import io.milepost.events.SlaAlert;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.sla.Decision;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.LineView;
import java.util.List;
import java.util.stream.Stream;

/**
 * A purchase-order line as a state machine without a machine: each step merges a fact or moves the
 * clock, derives the view and the decisions anew from all facts, and tells readers the difference
 * to what they were told before. A step that changes nothing tells nothing.
 */
public final class Line {

    static {
        TrustedEvents.trust();
    }

    private final LineKey key;
    private final RuleBook rules;
    private final Memory memory;

    /** A line under the given rules whose older facts are in an archive. */
    public Line(LineKey key, RuleBook rules, FactArchive archive) {
        this(key, rules, archive, Window.DEFAULT);
    }

    /** The same with another window. */
    public Line(LineKey key, RuleBook rules, FactArchive archive, Window window) {
        this.key = key;
        this.rules = rules;
        this.memory = new Memory(key, rules, archive, window);
    }

    /** All facts of a line, by knownAt; reads the archive. */
    public LineFacts everything(LineState state) {
        return memory.everything(state);
    }

    /** All episodes as they were told last, by opening; reads the archive. */
    public List<Episode> episodes(LineState state) {
        return memory.episodes(state);
    }

    /**
     * Takes in a fact.
     *
     * @param before what is remembered
     * @param fact the fact
     * @param clock the clock, microseconds; {@link Times#NONE} before the first heartbeat
     */
    public Step apply(LineState before, Fact fact, long clock) {
        if (before.tombstone() != null) {
            return new Step(before, before.tombstone().outcome(fact), LineOutputs.NONE);
        }
        Memory.Merged merged = memory.merge(before, fact);
        boolean isNothingNew =
                merged.outcome() != MergeOutcome.CONFLICT
                        && before.recent().equals(merged.recent())
                        && before.rules() == memory.rules();
        if (isNothingNew && !isDue(before, clock)) {
            return new Step(before, merged.outcome(), LineOutputs.NONE);
        }
        return step(before, memory.recall(before, merged), fact, merged.outcome(), clock);
    }

    /**
     * Takes in what Odoo answered to a command. It raises no alert, reaches no milestone and lets
     * nothing fall due; it is no fact about the line.
     */
    public Step answered(LineState before, Answer answer) {
        MergeOutcome outcome = before.answers().outcome(answer);
        if (before.tombstone() != null || outcome != MergeOutcome.ADDED) {
            return new Step(
                    before,
                    before.tombstone() == null ? outcome : MergeOutcome.SUPERSEDED,
                    LineOutputs.NONE);
        }
        LineState after = before.withAnswers(before.answers().with(answer));
        if (before.order() == null) {
            return new Step(after, outcome, LineOutputs.NONE);
        }
        return step(after, memory.recall(after, Memory.as(after)), null, outcome, Times.NONE);
    }

    /** Decides what is due by the clock. */
    public Step tick(LineState before, long clock) {
        if (before.tombstone() != null) {
            return new Step(before.at(clock), null, LineOutputs.NONE);
        }
        return step(before, memory.recall(before, Memory.as(before)), null, null, clock);
    }

    private static boolean isDue(LineState state, long clock) {
        return state.nextInstant() != Times.NONE && state.nextInstant() <= clock;
    }

    private Step step(
            LineState before,
            Memory.Recalled recalled,
            Fact cause,
            MergeOutcome outcome,
            long clock) {
        // After a restart the clock starts again before the first heartbeat; what was decided
        // stays.
        long now = Math.max(clock, before.clock());
        Knowledge knowledge = recalled.decider().knowledge();
        LineView view = LineView.of(knowledge);
        Decision decision = recalled.decider().decision(now);

        List<LineMilestone> milestones =
                new MilestoneSteps(key, view.order())
                        .between(
                                before.milestones(),
                                view.milestones(),
                                cause == null ? null : cause.header());
        List<SlaAlert> alerts = alerts(recalled.told(), view, decision, cause, now);
        List<String> conflicts = before.conflicts();
        if (outcome == MergeOutcome.CONFLICT
                && rules.isLive(key, cause.header().knownAt())
                && !conflicts.contains(cause.header().factId())) {
            alerts.add(new AlertSteps(key, view.order()).conflict(cause));
            conflicts = withConflict(conflicts, cause.header().factId());
        }
        long lastKnownAt = recalled.decider().lastKnownAt();
        boolean isOver = isOver(view, decision);
        Dormancy dormancy = Dormancy.of(!isOver && rules.isLive(key, lastKnownAt), lastKnownAt);
        alerts.addAll(new AlertSteps(key, view.order()).dormancy(before, dormancy, now));
        CommandPlan plan = CommandPlan.of(key, knowledge, before.answers(), rules);
        List<Wish> due = plan.due(before.commands());
        LineStatus status = StatusOf.view(key, view, knowledge.counts(), decision, plan, now);
        long digest = StatusOf.digest(status);

        LineState after =
                new LineState(
                        recalled.settled(),
                        recalled.recent(),
                        recalled.unstored(),
                        memory.rules(),
                        now,
                        view.milestones().stream().map(EmittedMilestone::of).toList(),
                        digest,
                        decision.episodes(),
                        plan.asked(before.commands(), due),
                        before.answers(),
                        conflicts,
                        dormancy.earliest(decision.nextInstant(), now),
                        isOver ? lastKnownAt : Times.NONE,
                        dormancy.isReported(now) ? lastKnownAt : Times.NONE,
                        null,
                        before.armed());
        return new Step(
                after,
                outcome,
                new LineOutputs(
                        milestones,
                        digest == before.statusDigest() ? null : status,
                        alerts,
                        due.stream().map(Wish::command).toList()));
    }

    private List<SlaAlert> alerts(
            List<Episode> told, LineView view, Decision decision, Fact cause, long now) {
        return new AlertSteps(key, view.order())
                .between(
                        told,
                        decision.episodes(),
                        cause == null ? now : cause.header().knownAt(),
                        cause == null ? null : cause.header().factId());
    }

    /** Nothing is expected of the line any more, and nobody has to be told how anything ends. */
    private static boolean isOver(LineView view, Decision decision) {
        return view.stage() != LineStage.OPEN
                && decision.nextInstant() == Times.NONE
                && decision.episodes().stream().noneMatch(e -> e.status() == EpisodeStatus.OPEN);
    }

    private static List<String> withConflict(List<String> conflicts, String factId) {
        return Stream.concat(conflicts.stream(), Stream.of(factId)).sorted().toList();
    }
}
