package io.milepost.local.distributor;

import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A distributor that lives: writes orders, is answered, supplied and invoiced, by suppliers and
 * carriers who are late, repeat themselves, deliver in parts or fall silent. The same seed and
 * number of lines tell the same story, whenever it ends; only its times are moved, by whole days.
 *
 * <p>The story lasts 190 days and ends on a midnight UTC. It is long enough that in the end every
 * line is closed or has an alert episode that stands. Events come in the order of their knowledge,
 * and a time of knowledge never lies at or after the end.
 */
public final class DistributorSimulation {

    /** Share of the lines that a supplier of somebody else speaks of, unless it is said. */
    public static final double STRANGERS = 0.002;

    private static final long LENGTH = Habits.STORY_DAYS * Micros.DAY;

    private final long endMicros;
    private final List<TimedEvent> events;
    private final long expectedDeadLetters;

    /**
     * @param seed what everything is drawn from
     * @param lines how many purchase-order lines there are, at least 1
     * @param endMicros the story ends at the last midnight UTC at or before this, microseconds
     */
    public DistributorSimulation(long seed, int lines, long endMicros) {
        this(seed, lines, endMicros, STRANGERS);
    }

    /**
     * @param strangers share of the lines for which a supplier that is not the order's sends a ship
     *     notice, which must be refused; from 0 to 1
     */
    public DistributorSimulation(long seed, int lines, long endMicros, double strangers) {
        if (lines < 1) {
            throw new IllegalArgumentException("lines: must be > 0 but was " + lines);
        }
        this.endMicros = Micros.startOfDay(endMicros);
        Pen pen = new Pen(startMicros(), LENGTH);
        Pen strangersPen = new Pen(startMicros(), LENGTH);
        Dice dice = new Dice(new SplittableRandom(seed));
        tell(dice.split(), lines, pen, strangersPen, strangers);
        this.expectedDeadLetters = strangersPen.events().size();
        this.events = new ArrayList<>(pen.events());
        events.addAll(Repetition.of(pen.events(), dice.split(), this.endMicros));
        events.addAll(strangersPen.events());
        events.sort(Comparator.comparingLong(TimedEvent::atMicros));
    }

    /** Every event, repetitions included, in the order of its knowledge. */
    public List<TimedEvent> events() {
        return List.copyOf(events);
    }

    /** When the story starts: midnight UTC, microseconds since the epoch. */
    public long startMicros() {
        return endMicros - LENGTH;
    }

    /** When it ends: midnight UTC, microseconds since the epoch; the final heartbeat. */
    public long endMicros() {
        return endMicros;
    }

    /** How many of the events must be refused. */
    public long expectedDeadLetters() {
        return expectedDeadLetters;
    }

    private static void tell(Dice dice, int lines, Pen pen, Pen strangersPen, double strangers) {
        List<Integer> sizes = new ArrayList<>();
        for (int left = lines; left > 0; left -= sizes.get(sizes.size() - 1)) {
            sizes.add(Math.min(left, (int) dice.from(Habits.ORDER_SIZE)));
        }
        long[] orderedAt = new long[sizes.size()];
        for (int i = 0; i < orderedAt.length; i++) {
            orderedAt[i] = dice.between(0L, Habits.ORDERING_DAYS * Micros.DAY);
        }
        Arrays.sort(orderedAt);
        Ids ids = new Ids();
        for (int i = 0; i < orderedAt.length; i++) {
            new OrderStory(dice.split(), pen, strangersPen, ids, strangers)
                    .tell(orderedAt[i], sizes.get(i));
        }
    }
}
