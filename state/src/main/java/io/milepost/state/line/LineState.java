package io.milepost.state.line;

import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Episode;
import java.util.List;

/**
 * What is remembered of a line: its facts, and what readers were told of it. Of a long line it
 * holds only the facts that became known last; what the others tell is summed up, and they
 * themselves are in the line's {@link FactArchive}.
 *
 * @param settled what the facts tell that are stored away; {@code null} while none are
 * @param recent the other facts
 * @param rules fingerprint of the rules that it was decided by
 * @param clock the highest clock that it was decided at; a restart must not go behind it
 * @param milestones milestones as they were emitted last
 * @param statusDigest digest of the status that was emitted last; 0 before the first
 * @param episodes episodes as they were emitted last
 * @param commands the last command of each kind
 * @param conflicts ids of facts that were said in two ways, sorted; each was reported once
 * @param nextInstant when the clock has to come back, microseconds; {@link Times#NONE} if never
 * @param armed timers that are set
 */
public record LineState(
        Settled settled,
        LineFacts recent,
        long rules,
        long clock,
        List<EmittedMilestone> milestones,
        long statusDigest,
        List<Episode> episodes,
        List<EmittedCommand> commands,
        List<String> conflicts,
        long nextInstant,
        ArmedTimers armed) {

    /** Nothing is known yet. */
    public static final LineState EMPTY =
            new LineState(
                    null,
                    LineFacts.none(),
                    0,
                    Times.NONE,
                    List.of(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    Times.NONE,
                    ArmedTimers.NONE);

    /** Keeps its own copies. */
    public LineState {
        milestones = List.copyOf(milestones);
        episodes = List.copyOf(episodes);
        commands = List.copyOf(commands);
        conflicts = List.copyOf(conflicts);
    }

    /** The same with other timers. */
    public LineState withArmed(ArmedTimers timers) {
        return new LineState(
                settled,
                recent,
                rules,
                clock,
                milestones,
                statusDigest,
                episodes,
                commands,
                conflicts,
                nextInstant,
                timers);
    }

    /** The newest version of the order; {@code null} while the order is unknown. */
    public OrderFact order() {
        OrderFact order = recent.order();
        OrderFact stored = settled == null ? null : settled.order();
        if (order == null || stored == null) {
            return order == null ? stored : order;
        }
        return Fact.BY_VERSION.compare(order, stored) >= 0 ? order : stored;
    }
}
