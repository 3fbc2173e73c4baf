package io.milepost.state.line;

import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Fact;
import io.milepost.state.sla.RuleBook;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * One way in which facts may reach a line: in some order, some of them twice, with the clock moving
 * and the job restarting in between. At the end the clock has passed everything.
 */
record Arrival(List<Happening> happenings, Window window) {

    /** How many facts stay in the line's value must not matter. */
    private static final List<Window> WINDOWS =
            List.of(Window.DEFAULT, new Window(1, 1), new Window(3, 1), new Window(4, 3));

    /** Something that happens to a line. */
    sealed interface Happening permits Arrives, Ticks, Restarts {}

    /** A fact arrives. */
    record Arrives(Fact fact) implements Happening {}

    /** The clock reaches a time. */
    record Ticks(long clock) implements Happening {}

    /** The job restarts from its last checkpoint; the clock is unknown until the next tick. */
    record Restarts() implements Happening {}

    /** A random way for the given facts. */
    static Arrival of(List<Fact> facts, Random random) {
        List<Happening> happenings = new ArrayList<>();
        facts.forEach(fact -> happenings.add(new Arrives(fact)));
        facts.stream()
                .filter(f -> random.nextInt(3) == 0)
                .map(Arrives::new)
                .forEach(happenings::add);
        Collections.shuffle(happenings, random);
        long[] clocks =
                LongStream.generate(() -> someTime(random))
                        .limit(random.nextInt(6))
                        .sorted()
                        .toArray();
        int at = 0;
        for (long clock : clocks) {
            at += random.nextInt(happenings.size() - at + 1);
            happenings.add(at++, new Ticks(clock));
        }
        if (random.nextInt(3) == 0) {
            happenings.add(random.nextInt(happenings.size() + 1), new Restarts());
        }
        happenings.add(new Ticks(Scenarios.END));
        return new Arrival(List.copyOf(happenings), WINDOWS.get(random.nextInt(WINDOWS.size())));
    }

    /** A line that remembers as this arrival wants it. */
    Line line(LineKey key, RuleBook rules) {
        return new Line(key, rules, FactArchive.inMemory(), window);
    }

    /** Lets it happen, and shows every step to a reader. */
    LineState happenTo(Line line, Reader reader) {
        LineState state = LineState.EMPTY;
        long clock = Times.NONE;
        for (Happening happening : happenings) {
            if (happening instanceof Restarts) {
                state = restored(state);
                clock = Times.NONE;
                continue;
            }
            if (happening instanceof Ticks ticks) {
                clock = ticks.clock();
            }
            Step step =
                    happening instanceof Arrives arrives
                            ? line.apply(state, arrives.fact(), clock)
                            : line.tick(state, clock);
            reader.read(step.outputs());
            state = step.state();
        }
        return state;
    }

    private static long someTime(Random random) {
        return Scenarios.START + random.nextInt(60) * 3 * 3_600_000_000L + random.nextInt(2);
    }

    private static LineState restored(LineState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineStateCodec.write(state, new StateOutput(new DataOutputStream(bytes)));
        return LineStateCodec.read(new StateInput(bytes.toByteArray()));
    }
}
