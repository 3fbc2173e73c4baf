package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The lines that an event reaches by one of its references, each with the identities of the ship
 * notices that it is reached by, where it may share them.
 *
 * @param bound those of the shipment that the reference is bound to
 * @param linked those of the shipment that references are bound to which it is linked with
 */
public record Reach(Map<LineKey, Set<String>> bound, Map<LineKey, Set<String>> linked) {

    /** None. */
    public static final Reach NONE = new Reach(Map.of(), Map.of());

    /** Keeps its own copies. */
    public Reach {
        bound = Map.copyOf(bound);
        linked = Map.copyOf(linked);
    }

    /**
     * The lines that an event reaches by all of its references together: a link only helps where
     * none of the references is bound itself.
     */
    static Map<LineKey, Set<String>> lines(Collection<Reach> all) {
        Map<LineKey, Set<String>> bound = union(all, Reach::bound);
        return bound.isEmpty() ? union(all, Reach::linked) : bound;
    }

    private static Map<LineKey, Set<String>> union(
            Collection<Reach> all, Function<Reach, Map<LineKey, Set<String>>> part) {
        Map<LineKey, Set<String>> lines = new HashMap<>();
        for (Reach reach : all) {
            part.apply(reach)
                    .forEach(
                            (line, notices) ->
                                    lines.computeIfAbsent(line, any -> new HashSet<>())
                                            .addAll(notices));
        }
        return lines;
    }

    /** Writes. */
    public void write(StateOutput out) {
        write(bound, out);
        write(linked, out);
    }

    /** Reads. */
    public static Reach read(StateInput in) {
        return new Reach(readLines(in, true), readLines(in, true));
    }

    /** Reads what was written before lines were split. */
    static Reach readFirstLayout(StateInput in) {
        return new Reach(readLines(in, false), readLines(in, false));
    }

    private static void write(Map<LineKey, Set<String>> lines, StateOutput out) {
        out.number(lines.size());
        lines.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(
                        entry -> {
                            out.text(entry.getKey().toString());
                            out.texts(new TreeSet<>(entry.getValue()));
                        });
    }

    private static Map<LineKey, Set<String>> readLines(StateInput in, boolean withNotices) {
        int count = in.count();
        Map<LineKey, Set<String>> lines = new HashMap<>();
        for (int i = 0; i < count; i++) {
            LineKey line = LineKey.parse(in.text());
            lines.put(line, withNotices ? new HashSet<>(in.texts()) : Set.of());
        }
        return lines;
    }
}
