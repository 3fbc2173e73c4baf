package io.milepost.local.oracle;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the episodes of one rule on one line by walking through every stretch of time in which
 * knowledge did not change.
 */
final class EpisodeJudge {

    /** The milestones of a line from one growth of knowledge until before the next. */
    record Stretch(long knownSince, long nextKnowledge, Milestones milestones) {}

    private final String lineKey;
    private final List<Stretch> stretches;
    private final Milestones end;
    private final long clock;

    /**
     * @param stretches every stretch of the line's knowledge, in order; at least one
     * @param clock how far the clock came: the lowest heartbeat at the end
     */
    EpisodeJudge(String lineKey, List<Stretch> stretches, long clock) {
        this.lineKey = lineKey;
        this.stretches = stretches;
        this.end = stretches.get(stretches.size() - 1).milestones();
        this.clock = clock;
    }

    /**
     * The episodes of a rule; at most one for each fact that started its clock.
     *
     * @param versions the versions of one rule
     */
    List<OracleEpisode> episodes(List<OracleRule> versions) {
        List<OracleEpisode> episodes = new ArrayList<>();
        Set<String> openedFor = new HashSet<>();
        MilestoneName startedBy = versions.get(0).startedBy();
        for (Stretch stretch : stretches) {
            Optional<Reached> start = stretch.milestones().at(startedBy);
            if (start.isEmpty() || openedFor.contains(start.get().factId())) {
                continue;
            }
            versionFor(start.get(), versions)
                    .flatMap(rule -> opens(rule, start.get(), stretch))
                    .ifPresent(
                            episode -> {
                                openedFor.add(start.get().factId());
                                episodes.add(episode);
                            });
        }
        return episodes;
    }

    private static Optional<OracleRule> versionFor(Reached start, List<OracleRule> versions) {
        return versions.stream()
                .filter(version -> version.appliesTo(start.occurredAt()))
                .max(Comparator.comparingInt(OracleRule::version));
    }

    private Optional<OracleEpisode> opens(OracleRule rule, Reached start, Stretch stretch) {
        Milestones milestones = stretch.milestones();
        long deadline = rule.deadline(base(rule, start, milestones.promises()));
        long decidedAt = Math.max(deadline, stretch.knownSince() + 1);
        boolean doneInTime =
                milestones.at(rule.expects()).filter(it -> it.occurredAt() < deadline).isPresent();
        boolean cancelled = milestones.at(MilestoneName.CANCELLED).isPresent();
        if (doneInTime || cancelled || decidedAt > stretch.nextKnowledge() || decidedAt > clock) {
            return Optional.empty();
        }
        EpisodeStatus status = outcome(rule, start, deadline);
        return Optional.of(new OracleEpisode(lineKey, rule.name(), status, deadline, decidedAt));
    }

    /** What became of an episode, by everything that is known in the end. */
    private EpisodeStatus outcome(OracleRule rule, Reached start, long deadline) {
        Optional<Reached> ending = end.at(rule.expects()).or(() -> end.at(MilestoneName.CANCELLED));
        if (ending.isPresent()) {
            return ending.get().occurredAt() < deadline
                    ? EpisodeStatus.RETRACTED
                    : EpisodeStatus.CLEARED;
        }
        boolean stillStarted =
                end.at(rule.startedBy())
                        .filter(it -> it.factId().equals(start.factId()))
                        .isPresent();
        return stillStarted ? EpisodeStatus.OPEN : EpisodeStatus.CLEARED;
    }

    private static long base(OracleRule rule, Reached start, Promises promises) {
        return switch (rule.base()) {
            case START -> start.occurredAt();
            case FIRST_PROMISE -> promises.first();
            case CURRENT_PROMISE -> promises.current();
        };
    }
}
