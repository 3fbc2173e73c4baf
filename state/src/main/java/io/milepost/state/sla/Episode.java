package io.milepost.state.sla;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import java.util.Comparator;

/**
 * One breach of a rule by a line, or the warning of one, from its opening to its end.
 *
 * @param rule name of the rule
 * @param ruleVersion the version that was used
 * @param expected the milestone that did not come in time
 * @param scheduleLine the schedule line that it is about; {@link #WHOLE_LINE} for the line
 * @param severity how severe
 * @param warning whether it warns of a deadline that has not passed
 * @param startedBy the fact that started the clock
 * @param deadline the deadline that passed, or is warned of
 * @param openedAt the instant, on the heartbeat clock, at which it was decided
 * @param status where it stands
 * @param closedAt when the knowledge that ended it became known; {@link Times#NONE} while open
 * @param closedBy the fact that ended it; {@code null} while open
 */
public record Episode(
        String rule,
        int ruleVersion,
        MilestoneName expected,
        int scheduleLine,
        Severity severity,
        boolean warning,
        String startedBy,
        long deadline,
        long openedAt,
        EpisodeStatus status,
        long closedAt,
        String closedBy) {

    /** Schedule line of an episode that is about the whole line. */
    public static final int WHOLE_LINE = 0;

    /** The order in which they are told: by opening, then by rule and start. */
    static final Comparator<Episode> BY_OPENING =
            Comparator.comparingLong(Episode::openedAt)
                    .thenComparing(Episode::rule)
                    .thenComparing(Episode::startedBy)
                    .thenComparingInt(Episode::scheduleLine)
                    .thenComparing(Episode::warning)
                    .thenComparingLong(Episode::deadline);

    /** Whether both are the same episode, whatever has become of it. */
    public boolean sameEpisode(Episode other) {
        return rule.equals(other.rule)
                && startedBy.equals(other.startedBy)
                && scheduleLine == other.scheduleLine
                && warning == other.warning
                && (!warning || deadline == other.deadline);
    }

    /** The same episode with another end. */
    public Episode ended(EpisodeStatus how, long when, String by) {
        return new Episode(
                rule,
                ruleVersion,
                expected,
                scheduleLine,
                severity,
                warning,
                startedBy,
                deadline,
                openedAt,
                how,
                when,
                by);
    }

    /**
     * Stable identity: the line, the rule, the fact that started the clock, and the schedule line.
     * Neither the version of the rule nor the deadline is part of it, so correcting them corrects
     * the episode instead of opening a second one. A warning is of one deadline.
     */
    public String id(LineKey line) {
        if (warning) {
            return StableId.of(
                    line.toString(),
                    rule,
                    startedBy,
                    Integer.toString(scheduleLine),
                    "warning",
                    Long.toString(deadline));
        }
        return StableId.of(line.toString(), rule, startedBy, Integer.toString(scheduleLine));
    }
}
