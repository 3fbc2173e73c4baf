package io.milepost.state.correlation;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything that an event can reach by one shipment reference: what the reference itself is bound
 * to, and what those are bound to that it is linked with. Nothing is known here of their links, so
 * no event follows more than one. Immutable.
 *
 * @param bindings what ship notices say of the reference
 * @param linked what they say of the references that it is linked with, by key
 * @param lifetime when it goes
 */
public record ShipmentIndex(
        Bindings bindings, SortedMap<String, Bindings> linked, Lifetime lifetime) {

    /** A reference that nobody has spoken of yet. */
    public static final ShipmentIndex EMPTY =
            new ShipmentIndex(Bindings.NONE, new TreeMap<>(), Lifetime.NONE);

    private static final int FIRST_LAYOUT = 1;
    private static final int LAYOUT = 2;

    /** With what a ship notice says of the reference. */
    public ShipmentIndex with(ShipmentBinding binding) {
        return new ShipmentIndex(bindings.with(binding), linked, lifetime);
    }

    /** With what a ship notice says of a reference that it is linked with. */
    public ShipmentIndex linkedWith(String reference, ShipmentBinding binding) {
        SortedMap<String, Bindings> more = new TreeMap<>(linked);
        more.put(reference, linked.getOrDefault(reference, Bindings.NONE).with(binding));
        return new ShipmentIndex(bindings, more, lifetime);
    }

    /** With another lifetime. */
    public ShipmentIndex living(Lifetime other) {
        return new ShipmentIndex(bindings, linked, other);
    }

    /**
     * What an event reaches.
     *
     * @param time when it occurred, microseconds
     * @param sharing whether the lines of a supplier may share its ship notices
     */
    public Reach at(long time, Predicate<String> sharing) {
        return new Reach(
                Bindings.linesAt(List.of(bindings), time, sharing),
                Bindings.linesAt(linked.values(), time, sharing));
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        bindings.write(out);
        out.number(linked.size());
        for (Map.Entry<String, Bindings> other : linked.entrySet()) {
            out.text(other.getKey());
            other.getValue().write(out);
        }
        lifetime.write(out);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static ShipmentIndex read(StateInput in) {
        int layout = in.code();
        if (layout == FIRST_LAYOUT) {
            return new ShipmentIndex(Bindings.readFirstLayout(in), new TreeMap<>(), Lifetime.NONE);
        }
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "index of a shipment: expected layout 1 or 2 but found " + layout);
        }
        Bindings bindings = Bindings.read(in);
        int count = in.count();
        SortedMap<String, Bindings> linked = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            linked.put(in.text(), Bindings.read(in));
        }
        return new ShipmentIndex(bindings, linked, Lifetime.read(in));
    }
}
