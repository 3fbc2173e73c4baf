package io.milepost.state.sla;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Portion;
import io.milepost.state.view.Reached;

/**
 * An episode that opens at its instant by what was known before, whatever becomes known later.
 *
 * @param episode the episode, open
 * @param portion how much was expected, where a quantity was
 * @param clock the milestone that started its clock
 * @param restartedByCarrier whether what the carrier says starts it anew
 * @param stoppedAt since when that start no longer holds; {@link Times#NONE} while it does
 */
record Opening(
        Episode episode,
        Portion portion,
        MilestoneName clock,
        boolean restartedByCarrier,
        long stoppedAt) {

    private static final MilestoneName[] MILESTONES = MilestoneName.values();

    /** Opens an episode, or the warning of one, at its instant. */
    static Opening of(
            Expectation expectation, Knowledge knowledge, long instant, boolean isWarning) {
        Rule rule = expectation.rule();
        Episode episode =
                new Episode(
                        rule.name(),
                        rule.version(),
                        rule.expects(),
                        expectation.scheduleLine(),
                        rule.severity(knowledge.openValue()),
                        isWarning,
                        expectation.start().factId(),
                        expectation.deadline(),
                        instant,
                        EpisodeStatus.OPEN,
                        Times.NONE,
                        null);
        return new Opening(
                episode,
                expectation.portion(),
                rule.startedBy(),
                rule.restartedByCarrier(),
                Times.NONE);
    }

    /** What was expected, if it has come; {@code null} if not. */
    Reached came(Knowledge knowledge) {
        return Expectation.came(episode.expected(), portion, knowledge);
    }

    /**
     * Whether its clock was started anew by a carrier, before what was expected became known.
     *
     * @param before whether it was before a time, microseconds
     */
    boolean isRestarted(Knowledge knowledge, long before) {
        if (!restartedByCarrier || stoppedAt == Times.NONE || stoppedAt >= before) {
            return false;
        }
        Reached last = knowledge.lastCarrierStatus();
        if (knowledge.reached(clock) == null
                || last == null
                || last.factId().equals(episode.startedBy())
                || !Rule.CARRIER_STATUSES.contains(clock)) {
            return false;
        }
        Reached received = knowledge.reached(MilestoneName.RECEIVED);
        if (received != null && received.knownAt() <= stoppedAt) {
            // The goods stopped it, and the carrier's next word starts nothing.
            return false;
        }
        Reached came = came(knowledge);
        return came == null || came.knownAt() > stoppedAt;
    }

    Opening stopped(long at) {
        return new Opening(episode, portion, clock, restartedByCarrier, at);
    }

    void write(StateOutput out) {
        EpisodeCodec.write(episode, out);
        portion.write(out);
        out.code(clock.ordinal());
        out.flag(restartedByCarrier);
        out.number(stoppedAt);
    }

    static Opening read(StateInput in) {
        return new Opening(
                EpisodeCodec.read(in),
                Portion.read(in),
                in.constant(MILESTONES),
                in.flag(),
                in.number());
    }
}
