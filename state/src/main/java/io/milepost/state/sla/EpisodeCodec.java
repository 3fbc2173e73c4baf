package io.milepost.state.sla;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;

/** Bytes of an episode. */
public final class EpisodeCodec {

    private static final MilestoneName[] MILESTONES = MilestoneName.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final EpisodeStatus[] STATUSES = EpisodeStatus.values();

    private EpisodeCodec() {}

    /** Writes. */
    public static void write(Episode episode, StateOutput out) {
        out.text(episode.rule());
        out.number(episode.ruleVersion());
        out.code(episode.expected().ordinal());
        out.number(episode.scheduleLine());
        out.code(episode.severity().ordinal());
        out.flag(episode.warning());
        out.text(episode.startedBy());
        out.number(episode.deadline());
        out.number(episode.openedAt());
        out.code(episode.status().ordinal());
        out.number(episode.closedAt());
        out.text(episode.closedBy());
    }

    /** Reads. */
    public static Episode read(StateInput in) {
        return read(in, true, true);
    }

    /** Reads what was written when every episode was about a whole line. */
    public static Episode readWhole(StateInput in) {
        return read(in, false, true);
    }

    /** Reads what was written when there were no warnings either. */
    public static Episode readBreach(StateInput in) {
        return read(in, false, false);
    }

    private static Episode read(StateInput in, boolean tellsParts, boolean tellsWarnings) {
        return new Episode(
                in.text(),
                in.count(),
                in.constant(MILESTONES),
                tellsParts ? in.count() : Episode.WHOLE_LINE,
                in.constant(SEVERITIES),
                tellsWarnings && in.flag(),
                in.text(),
                in.number(),
                in.number(),
                in.constant(STATUSES),
                in.number(),
                in.text());
    }
}
