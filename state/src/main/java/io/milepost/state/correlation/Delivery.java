package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a carrier's event belongs, and where it was delivered. What a line was told of it is
 * numbered: the first turn gives it the event, the next takes it back, and so on. A line that is
 * told the highest turn ends as if it had been told nothing before. Immutable.
 */
public final class Delivery {

    /** An event of which nothing is known. */
    public static final Delivery EMPTY = new Delivery(0, new TreeMap<>(), Set.of(), Map.of());

    private static final int FIRST_LAYOUT = 1;
    private static final int LAYOUT = 2;

    private final int asked;
    private final SortedMap<String, Reach> reaches;
    private final Set<String> forgotten;
    private final Map<LineKey, Turn> turns;

    private Delivery(
            int asked,
            SortedMap<String, Reach> reaches,
            Set<String> forgotten,
            Map<LineKey, Turn> turns) {
        this.asked = asked;
        this.reaches = reaches;
        this.forgotten = Set.copyOf(forgotten);
        this.turns = Map.copyOf(turns);
    }

    /** With the number of references that were asked; before all have answered nothing is due. */
    public Delivery asking(int references) {
        return new Delivery(Math.max(asked, references), reaches, forgotten, turns);
    }

    /** With what the event reaches now by one of its references. */
    public Delivery with(String reference, Reach reach) {
        SortedMap<String, Reach> after = new TreeMap<>(reaches);
        after.put(reference, reach);
        Set<String> stillForgotten = new HashSet<>(forgotten);
        stillForgotten.remove(reference);
        return new Delivery(asked, after, stillForgotten, turns);
    }

    /** With a reference that nothing more will be heard of; what it reached stays reached. */
    public Delivery forgotten(String reference) {
        if (!reaches.containsKey(reference)) {
            return this;
        }
        Set<String> after = new HashSet<>(forgotten);
        after.add(reference);
        return new Delivery(asked, reaches, after, turns);
    }

    /** Whether nothing more will be heard of any reference. */
    public boolean isOver() {
        return forgotten.containsAll(reaches.keySet());
    }

    /** Whether it was ever delivered. */
    public boolean isDelivered() {
        return !turns.isEmpty();
    }

    /** The lines that it belongs to now, and by which ship notices. */
    private Map<LineKey, Set<String>> lines() {
        return Reach.lines(reaches.values());
    }

    /** What lines have to be told so that those have the event that it belongs to. */
    public List<Turn> due() {
        if (reaches.size() < asked) {
            return List.of();
        }
        Map<LineKey, Set<String>> lines = lines();
        List<Turn> due = new ArrayList<>();
        lines.forEach(
                (line, notices) -> {
                    Turn last = turns.get(line);
                    if (last == null) {
                        due.add(Turn.first(line, notices));
                    } else if (!last.gives() || !last.notices().equals(notices)) {
                        due.add(last.again(notices));
                    }
                });
        for (Turn last : turns.values()) {
            if (last.gives() && !lines.containsKey(last.line())) {
                due.add(last.back());
            }
        }
        due.sort(Turn.ORDER);
        return due;
    }

    /** What the lines were told last that have it. */
    public List<Turn> given() {
        List<Turn> given = new ArrayList<>(turns.values());
        given.removeIf(turn -> !turn.gives());
        given.sort(Turn.ORDER);
        return given;
    }

    /** After the lines were told. */
    public Delivery told(List<Turn> told) {
        Map<LineKey, Turn> after = new HashMap<>();
        after.putAll(turns);
        told.forEach(turn -> after.put(turn.line(), turn));
        return new Delivery(asked, reaches, forgotten, after);
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        out.number(asked);
        out.number(reaches.size());
        reaches.forEach(
                (reference, reach) -> {
                    out.text(reference);
                    out.flag(forgotten.contains(reference));
                    reach.write(out);
                });
        out.number(turns.size());
        turns.values().stream()
                .sorted(Turn.ORDER)
                .forEach(
                        turn -> {
                            out.text(turn.line().toString());
                            out.number(turn.number());
                            out.texts(new TreeSet<>(turn.notices()));
                        });
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static Delivery read(StateInput in) {
        int layout = in.code();
        if (layout < FIRST_LAYOUT || layout > LAYOUT) {
            throw new IllegalStateException(
                    "delivery of a carrier event: expected layout 1 or 2 but found " + layout);
        }
        int asked = in.count();
        SortedMap<String, Reach> reaches = new TreeMap<>();
        Set<String> forgotten = new HashSet<>();
        int references = in.count();
        for (int i = 0; i < references; i++) {
            String reference = in.text();
            if (in.flag()) {
                forgotten.add(reference);
            }
            reaches.put(
                    reference, layout == FIRST_LAYOUT ? Reach.readFirstLayout(in) : Reach.read(in));
        }
        Map<LineKey, Turn> turns = new HashMap<>();
        int lines = in.count();
        for (int i = 0; i < lines; i++) {
            LineKey line = LineKey.parse(in.text());
            int number = in.count();
            List<String> notices = layout == FIRST_LAYOUT ? List.of() : in.texts();
            turns.put(line, new Turn(line, number, Set.copyOf(notices)));
        }
        return new Delivery(asked, reaches, forgotten, turns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivery that
                && asked == that.asked
                && reaches.equals(that.reaches)
                && forgotten.equals(that.forgotten)
                && turns.equals(that.turns);
    }

    @Override
    public int hashCode() {
        return 31 * reaches.hashCode() + turns.hashCode();
    }
}
