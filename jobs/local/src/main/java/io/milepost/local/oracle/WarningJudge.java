package io.milepost.local.oracle;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the warnings of one rule on one line: of every deadline that was in force when its warning
 * was due, and for which nothing was known by then.
 */
final class WarningJudge {

    /** Says when a part was breached for a start of the clock; {@code null} if never. */
    interface Breaches {
        Long openedAt(String startFact, int scheduleLine);
    }

    /** What is warned of once. */
    private record Subject(String startFact, int scheduleLine, long deadline) {
        static Subject of(RuleChoice.Running running, Goal goal) {
            return new Subject(running.start().factId(), goal.scheduleLine(), goal.deadline());
        }
    }

    private final String lineKey;
    private final List<Stretch> stretches;
    private final Function<Stretch, Optional<RuleChoice.Running>> rule;
    private final long clock;

    WarningJudge(
            String lineKey,
            List<Stretch> stretches,
            Function<Stretch, Optional<RuleChoice.Running>> rule,
            long clock) {
        this.lineKey = lineKey;
        this.stretches = stretches;
        this.rule = rule;
        this.clock = clock;
    }

    List<OracleEpisode> warnings(Breaches breaches) {
        List<OracleEpisode> warnings = new ArrayList<>();
        Set<Subject> warned = new HashSet<>();
        for (Stretch stretch : stretches) {
            for (RuleChoice.Running running : expecting(stretch)) {
                for (Goal goal : Goal.of(running, stretch.line())) {
                    long at = stretch.decides(running.rule().due().warning(goal.deadline()));
                    Subject subject = Subject.of(running, goal);
                    Long breached = breaches.openedAt(subject.startFact(), subject.scheduleLine());
                    if (at < goal.deadline()
                            && stretch.contains(at, clock)
                            && (breached == null || at < breached)
                            && !goal.isKnown(stretch.line())
                            && warned.add(subject)) {
                        warnings.add(warning(running, goal, stretch, at));
                    }
                }
            }
        }
        return warnings;
    }

    private OracleEpisode warning(
            RuleChoice.Running running, Goal goal, Stretch stretch, long openedAt) {
        return new OracleEpisode(
                AlertKind.SLA_WARNING,
                lineKey,
                running.rule().version().rule(),
                running.rule().version().number(),
                goal.scheduleLine(),
                running.rule().gravity().at(stretch.line().openValue()),
                stands(Subject.of(running, goal)) ? EpisodeStatus.OPEN : EpisodeStatus.CLEARED,
                goal.deadline(),
                openedAt);
    }

    /** Whether it is still warned of in the end: the same deadline is ahead, and nothing known. */
    private boolean stands(Subject subject) {
        Stretch end = stretches.get(stretches.size() - 1);
        return clock < subject.deadline()
                && expecting(end).stream()
                        .anyMatch(
                                running ->
                                        Goal.of(running, end.line()).stream()
                                                .filter(goal -> !goal.isKnown(end.line()))
                                                .anyMatch(
                                                        goal ->
                                                                Subject.of(running, goal)
                                                                        .equals(subject)));
    }

    /** The rule that warns of this line in a stretch: at most one. */
    private List<RuleChoice.Running> expecting(Stretch stretch) {
        if (!stretch.line().order().isKnown() || stretch.isCancelled()) {
            return List.of();
        }
        return rule.apply(stretch).filter(it -> it.rule().due().warns()).stream().toList();
    }
}
