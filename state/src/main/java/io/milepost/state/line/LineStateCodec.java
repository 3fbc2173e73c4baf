package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.EpisodeCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Bytes of what is remembered of a line. The first byte is the version of the layout; every layout
 * that was ever released stays readable.
 */
public final class LineStateCodec {

    /** The layout that is written. */
    public static final int LAYOUT = 4;

    /** The first layout: all facts in the value, nothing stored away. */
    private static final int ALL_FACTS = 1;

    /**
     * The second layout: every episode is about the whole line, and closed lines are kept whole.
     */
    private static final int WHOLE_LINES = 2;

    /** The third layout: answers of Odoo are unknown. */
    private static final int WITHOUT_ANSWERS = 3;

    private LineStateCodec() {}

    /** Writes. */
    public static void write(LineState state, StateOutput out) {
        out.code(LAYOUT);
        out.number(state.clock());
        out.number(state.statusDigest());
        out.number(state.rules());
        out.flag(state.settled() != null);
        if (state.settled() != null) {
            state.settled().write(out);
        }
        list(
                state.recent().byKnowledge(),
                out,
                fact -> {
                    FactCodec.write(fact, out);
                    out.flag(state.unstored().contains(fact.header().identity()));
                });
        list(state.milestones(), out, milestone -> writeMilestone(milestone, out));
        list(state.episodes(), out, episode -> EpisodeCodec.write(episode, out));
        list(state.commands(), out, command -> writeCommand(command, out));
        list(state.answers().newest(), out, answer -> writeAnswer(answer, out));
        list(state.conflicts(), out, out::text);
        out.number(state.nextInstant());
        out.number(state.overSince());
        out.number(state.dormantSince());
        out.flag(state.tombstone() != null);
        if (state.tombstone() != null) {
            FactCodec.write(state.tombstone().order(), out);
        }
        list(state.armed().millis(), out, out::number);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static LineState read(StateInput in) {
        int layout = in.code();
        if (layout < ALL_FACTS || layout > LAYOUT) {
            throw new IllegalStateException(
                    "state of a line: expected a layout of "
                            + ALL_FACTS
                            + " to "
                            + LAYOUT
                            + " but found "
                            + layout);
        }
        long clock = in.number();
        long statusDigest = in.number();
        long rules = layout > ALL_FACTS ? in.number() : 0;
        Settled settled = layout > ALL_FACTS && in.flag() ? Settled.read(in) : null;
        if (layout > ALL_FACTS && layout <= WITHOUT_ANSWERS && settled != null) {
            // What was told by older facts was less than it is now, and what was decided is decided
            // anew from all facts, as if by other rules.
            rules = ~rules;
        }
        Set<String> unstored = new HashSet<>();
        List<Fact> recent = list(in, () -> readRecent(layout, in, unstored));
        List<EmittedMilestone> milestones = list(in, () -> readMilestone(in));
        List<Episode> episodes = list(in, () -> readEpisode(layout, in));
        List<EmittedCommand> commands = list(in, () -> readCommand(in));
        Answers answers =
                layout > WITHOUT_ANSWERS
                        ? new Answers(list(in, () -> readAnswer(in)))
                        : Answers.NONE;
        List<String> conflicts = list(in, in::text);
        long nextInstant = in.number();
        long overSince = layout > ALL_FACTS ? in.number() : Times.NONE;
        long dormantSince = layout > WHOLE_LINES ? in.number() : Times.NONE;
        Tombstone tombstone =
                layout > WHOLE_LINES && in.flag()
                        ? new Tombstone((OrderFact) FactCodec.read(in))
                        : null;
        List<Long> armed = list(in, in::number);
        return new LineState(
                settled,
                // The first layout sorted facts of one time in another way.
                layout == ALL_FACTS ? LineFacts.none().with(recent) : LineFacts.ofSorted(recent),
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
                new ArmedTimers(armed));
    }

    private static Fact readRecent(int layout, StateInput in, Set<String> unstored) {
        Fact fact = FactCodec.read(in);
        if (layout > WHOLE_LINES && in.flag()) {
            unstored.add(fact.header().identity());
        }
        return fact;
    }

    private static Episode readEpisode(int layout, StateInput in) {
        return switch (layout) {
            case ALL_FACTS -> EpisodeCodec.readBreach(in);
            case WHOLE_LINES -> EpisodeCodec.readWhole(in);
            default -> EpisodeCodec.read(in);
        };
    }

    private static void writeMilestone(EmittedMilestone milestone, StateOutput out) {
        out.code(milestone.name().ordinal());
        out.code(milestone.classifier().ordinal());
        out.number(milestone.occurredAt());
    }

    private static EmittedMilestone readMilestone(StateInput in) {
        return new EmittedMilestone(
                in.constant(MilestoneName.values()),
                in.constant(TimeClassifier.values()),
                in.number());
    }

    private static void writeCommand(EmittedCommand command, StateOutput out) {
        out.code(command.kind().ordinal());
        out.text(command.commandId());
    }

    private static EmittedCommand readCommand(StateInput in) {
        return new EmittedCommand(in.constant(CommandKind.values()), in.text());
    }

    private static void writeAnswer(Answer answer, StateOutput out) {
        out.code(answer.kind().ordinal());
        out.text(answer.commandId());
        out.code(answer.outcome().ordinal());
        out.text(answer.value());
        out.text(answer.found());
        out.number(answer.at());
    }

    private static Answer readAnswer(StateInput in) {
        return new Answer(
                in.constant(CommandKind.values()),
                in.text(),
                in.constant(CommandOutcome.values()),
                in.text(),
                in.text(),
                in.number());
    }

    private static <T> void list(List<T> items, StateOutput out, Consumer<T> each) {
        out.number(items.size());
        items.forEach(each);
    }

    private static <T> List<T> list(StateInput in, Supplier<T> each) {
        int count = in.count();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(each.get());
        }
        return items;
    }
}
