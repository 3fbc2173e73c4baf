package io.milepost.bench.story;

import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines that stay open, each with as many facts. All are ordered, then all are spoken of once, then
 * all once more; within a round they come in a scattered order, so that no cache helps with the
 * next one. The promised day is after the end, and more is ordered than ever comes.
 */
final class OpenLines implements Story {

    private static final long START = Micros.of(Instant.parse("2026-03-02T00:00:00Z"));
    private static final long ROUND = Micros.DAY;
    private static final long REST = 20 * Micros.DAY;

    /** Long lines are long in time as well: several heartbeats lie between two facts of a line. */
    private static final long LEAST = 6 * Micros.HOUR;

    /** A prime, so that every line has its turn. */
    private static final long STRIDE = 15_485_863;

    private final int lines;
    private final int facts;
    private final DocumentPen pen;

    OpenLines(int lines, int facts, Mix mix) {
        this.lines = lines;
        this.facts = facts;
        this.pen = new DocumentPen(START, mix);
    }

    @Override
    public Iterator<TimedEvent> events() {
        return IntStream.range(0, facts).boxed().flatMap(this::round).iterator();
    }

    private Stream<TimedEvent> round(int round) {
        return IntStream.range(0, lines)
                .mapToObj(
                        turn ->
                                pen.event(
                                        (int) (turn * STRIDE % lines),
                                        round,
                                        at(round) + between(round) * turn / lines));
    }

    /**
     * The order on the first day, the first answer on the second, the rest over twenty days or
     * more.
     */
    private long at(int round) {
        return round < 2 ? START + round * ROUND : START + 2 * ROUND + (round - 2) * between(round);
    }

    private long between(int round) {
        return round < 2 ? ROUND : rest() / facts;
    }

    private long rest() {
        return Math.max(REST, facts * LEAST);
    }

    @Override
    public long count() {
        return (long) lines * facts;
    }

    @Override
    public long endMicros() {
        return START + 2 * ROUND + rest();
    }
}
