package io.milepost.state.sla;

import io.milepost.events.MilestoneName;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;

/**
 * An episode that opens at its instant by what was known before, whatever becomes known later.
 *
 * @param episode the episode, open
 * @param clock the milestone that started its clock
 * @param restartedByCarrier whether what the carrier says starts it anew
 * @param stoppedAt since when that start no longer holds; {@link io.milepost.state.Times#NONE}
 *     while it does
 */
record Opening(Episode episode, MilestoneName clock, boolean restartedByCarrier, long stoppedAt) {

    private static final MilestoneName[] MILESTONES = MilestoneName.values();

    Opening stopped(long at) {
        return new Opening(episode, clock, restartedByCarrier, at);
    }

    void write(StateOutput out) {
        EpisodeCodec.write(episode, out);
        out.code(clock.ordinal());
        out.flag(restartedByCarrier);
        out.number(stoppedAt);
    }

    static Opening read(StateInput in) {
        return new Opening(EpisodeCodec.read(in), in.constant(MILESTONES), in.flag(), in.number());
    }
}
