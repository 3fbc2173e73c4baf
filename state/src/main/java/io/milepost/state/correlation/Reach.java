package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The lines that an event reaches by one of its references.
 *
 * @param bound those of the shipment that the reference is bound to
 * @param linked those of the shipment that references are bound to which it is linked with
 */
public record Reach(Set<LineKey> bound, Set<LineKey> linked) {

    /** None. */
    public static final Reach NONE = new Reach(Set.of(), Set.of());

    /** Keeps its own copies. */
    public Reach {
        bound = Set.copyOf(bound);
        linked = Set.copyOf(linked);
    }

    /**
     * The lines that an event reaches by all of its references together: a link only helps where
     * none of the references is bound itself.
     */
    static Set<LineKey> lines(Collection<Reach> all) {
        Set<LineKey> bound = union(all, Reach::bound);
        return bound.isEmpty() ? union(all, Reach::linked) : bound;
    }

    private static Set<LineKey> union(Collection<Reach> all, Function<Reach, Set<LineKey>> part) {
        Set<LineKey> lines = new HashSet<>();
        all.forEach(reach -> lines.addAll(part.apply(reach)));
        return lines;
    }

    /** Writes. */
    public void write(StateOutput out) {
        write(bound, out);
        write(linked, out);
    }

    /** Reads. */
    public static Reach read(StateInput in) {
        return new Reach(readLines(in), readLines(in));
    }

    private static void write(Set<LineKey> lines, StateOutput out) {
        out.number(lines.size());
        lines.stream().map(LineKey::toString).sorted(Comparator.naturalOrder()).forEach(out::text);
    }

    private static Set<LineKey> readLines(StateInput in) {
        int count = in.count();
        Set<LineKey> lines = new HashSet<>();
        for (int i = 0; i < count; i++) {
            lines.add(LineKey.parse(in.text()));
        }
        return lines;
    }
}
