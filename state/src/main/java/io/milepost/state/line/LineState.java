package io.milepost.state.line;

import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Episode;
import java.util.List;
import java.util.Set;

/**
 * What is remembered of a line: its facts, and what readers were told of it. Of a long line it
 * holds only the facts that became known last; what the others tell is summed up, and they
 * themselves are in the line's {@link FactArchive}.
 *
 * @param settled what the facts tell that are stored away; {@code null} while none are
 * @param recent the other facts
 * @param unstored identities of facts among {@code recent} of which nothing is stored away, so that
 *     it need not be looked up again
 * @param rules fingerprint of the rules that it was decided by
 * @param clock the highest clock that it was decided at; a restart must not go behind it
 * @param milestones milestones as they were emitted last
 * @param statusDigest digest of the status that was emitted last; 0 before the first
 * @param episodes episodes as they were emitted last
 * @param commands the last command of each kind
 * @param answers what Odoo answered
 * @param conflicts ids of facts that were said in two ways, sorted; each was reported once
 * @param nextInstant when the clock has to come back, microseconds; {@link Times#NONE} if never
 * @param overSince when the last fact of a line became known of which nothing is expected any more;
 *     {@link Times#NONE} of an open line
 * @param dormantSince when the last fact became known of an open line that was reported as dormant;
 *     {@link Times#NONE} if it was not
 * @param tombstone what is left of a closed line; {@code null} while everything is kept
 * @param armed timers that are set
 */
public record LineState(
        Settled settled,
        LineFacts recent,
        Set<String> unstored,
        long rules,
        long clock,
        List<EmittedMilestone> milestones,
        long statusDigest,
        List<Episode> episodes,
        List<EmittedCommand> commands,
        Answers answers,
        List<String> conflicts,
        long nextInstant,
        long overSince,
        long dormantSince,
        Tombstone tombstone,
        ArmedTimers armed) {

    /** Nothing is known yet. */
    public static final LineState EMPTY = untold(LineFacts.none(), 0);

    /** A line of which facts are known and nothing was told. */
    public static LineState untold(LineFacts facts, long rules) {
        return new LineState(
                null,
                facts,
                Set.of(),
                rules,
                Times.NONE,
                List.of(),
                0,
                List.of(),
                List.of(),
                Answers.NONE,
                List.of(),
                Times.NONE,
                Times.NONE,
                Times.NONE,
                null,
                ArmedTimers.NONE);
    }

    /** Keeps its own copies. */
    public LineState {
        unstored = Set.copyOf(unstored);
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
                unstored,
                rules,
                clock,
                milestones,
                statusDigest,
                episodes,
                commands,
                answers,
                conflicts,
                nextInstant,
                overSince,
                dormantSince,
                tombstone,
                timers);
    }

    /** The same with other answers of Odoo. */
    LineState withAnswers(Answers others) {
        return new LineState(
                settled,
                recent,
                unstored,
                rules,
                clock,
                milestones,
                statusDigest,
                episodes,
                commands,
                others,
                conflicts,
                nextInstant,
                overSince,
                dormantSince,
                tombstone,
                armed);
    }

    /** What is left when a closed line shrinks; its archive is to be cleared. */
    public LineState shrunk() {
        return buried(clock, new Tombstone(order()));
    }

    /** The tombstone at a later time. */
    LineState at(long time) {
        return buried(Math.max(clock, time), tombstone);
    }

    private LineState buried(long time, Tombstone left) {
        return new LineState(
                null,
                LineFacts.none(),
                Set.of(),
                rules,
                time,
                List.of(),
                0,
                List.of(),
                List.of(),
                Answers.NONE,
                List.of(),
                Times.NONE,
                overSince,
                Times.NONE,
                left,
                armed);
    }

    /** The newest version of the order; {@code null} while the order is unknown. */
    public OrderFact order() {
        if (tombstone != null) {
            return tombstone.order();
        }
        OrderFact order = recent.order();
        OrderFact stored = settled == null ? null : settled.order();
        if (order == null || stored == null) {
            return order == null ? stored : order;
        }
        return Fact.BY_VERSION.compare(order, stored) >= 0 ? order : stored;
    }
}
