package io.milepost.local.oracle;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the episodes of one rule on one line by walking through every stretch of time in which
 * knowledge did not change.
 */
final class EpisodeJudge {

    /** What is opened once: one part of the line, for one start of the clock. */
    private record Opening(String startFact, int scheduleLine) {}

    /** What a carrier reports on the way: only a clock that one of these started is its own. */
    private static final Set<MilestoneName> ON_THE_WAY =
            EnumSet.range(MilestoneName.PICKED_UP, MilestoneName.OUT_FOR_DELIVERY);

    private final String lineKey;
    private final List<Stretch> stretches;
    private final Milestones end;
    private final RuleChoice rule;
    private final Beginnings beginnings;
    private final long clock;
    private final Map<Opening, Long> breachedAt = new HashMap<>();

    /**
     * @param stretches every stretch of the line's knowledge, in order; at least one
     * @param clock how far the clock came: the lowest heartbeat at the end
     */
    EpisodeJudge(
            String lineKey,
            List<Stretch> stretches,
            RuleChoice rule,
            Beginnings beginnings,
            long clock) {
        this.lineKey = lineKey;
        this.stretches = stretches;
        this.end = stretches.get(stretches.size() - 1).line();
        this.rule = rule;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** The breaches, and then the warnings. */
    List<OracleEpisode> episodes() {
        List<OracleEpisode> episodes = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.line().order().isKnown() && !stretch.isCancelled()) {
                running(stretch).ifPresent(it -> episodes.addAll(breaches(it, stretch)));
            }
        }
        WarningJudge warnings = new WarningJudge(lineKey, stretches, this::running, clock);
        episodes.addAll(
                warnings.warnings((start, part) -> breachedAt.get(new Opening(start, part))));
        return episodes;
    }

    private Optional<RuleChoice.Running> running(Stretch stretch) {
        return rule.running(stretch.line(), beginnings);
    }

    private List<OracleEpisode> breaches(RuleChoice.Running running, Stretch stretch) {
        List<OracleEpisode> breaches = new ArrayList<>();
        for (Goal goal : Goal.of(running, stretch.line())) {
            Opening opening = new Opening(running.start().factId(), goal.scheduleLine());
            long decidedAt = stretch.decides(goal.deadline());
            if (!breachedAt.containsKey(opening)
                    && !goal.wasInTime(stretch.line())
                    && stretch.contains(decidedAt, clock)) {
                breachedAt.put(opening, decidedAt);
                breaches.add(
                        new OracleEpisode(
                                AlertKind.SLA_BREACH,
                                lineKey,
                                running.rule().version().rule(),
                                running.rule().version().number(),
                                goal.scheduleLine(),
                                running.rule().gravity().at(stretch.line().openValue()),
                                outcome(running, goal),
                                goal.deadline(),
                                decidedAt));
            }
        }
        return breaches;
    }

    /** What became of an episode, by everything that is known in the end. */
    private EpisodeStatus outcome(RuleChoice.Running running, Goal goal) {
        if (wasStartedAnew(running, goal)) {
            return EpisodeStatus.CLEARED;
        }
        Optional<Reached> ending = goal.in().apply(end).or(() -> end.at(MilestoneName.CANCELLED));
        if (ending.isPresent()) {
            return ending.get().occurredAt() < goal.deadline()
                    ? EpisodeStatus.RETRACTED
                    : EpisodeStatus.CLEARED;
        }
        boolean stillStarted =
                running.rule()
                        .clock()
                        .start(end)
                        .filter(it -> it.factId().equals(running.start().factId()))
                        .isPresent();
        return stillStarted ? EpisodeStatus.OPEN : EpisodeStatus.CLEARED;
    }

    /**
     * Whether the carrier spoke again before it was known that what was expected had come: it had
     * been silent, whatever turns out afterwards.
     */
    private boolean wasStartedAnew(RuleChoice.Running running, Goal goal) {
        String start = running.start().factId();
        Clock rules = running.rule().clock();
        boolean spokeAgain =
                end.newestCarrierStatus().filter(it -> !it.factId().equals(start)).isPresent();
        if (!rules.restartedByCarrier() || !ON_THE_WAY.contains(rules.startedBy()) || !spokeAgain) {
            return false;
        }
        Long stoppedAt = null;
        for (Stretch stretch : stretches) {
            boolean runs =
                    rules.start(stretch.line()).filter(it -> it.factId().equals(start)).isPresent();
            if (runs) {
                stoppedAt = null;
            } else if (stoppedAt == null) {
                stoppedAt = stretch.knownSince();
            }
        }
        return stoppedAt != null
                && isLater(end.at(MilestoneName.RECEIVED), stoppedAt)
                && isLater(goal.in().apply(end), stoppedAt);
    }

    private static boolean isLater(Optional<Reached> reached, long time) {
        return reached.filter(it -> it.knownAt() <= time).isEmpty();
    }
}
