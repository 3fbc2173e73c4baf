package io.milepost.state.correlation;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The newest known version of a ship notice for one line, and every reference that any version of
 * it named: those have to hear of a version that names them no longer. Immutable.
 *
 * @param newest the newest version
 * @param references what it names
 * @param ever what any version named
 */
public record BoundNotice(
        ShipmentBinding newest, SortedSet<String> references, SortedSet<String> ever) {

    private static final int LAYOUT = 1;

    /** A version of a ship notice. */
    public static BoundNotice of(ShipmentBinding version, Collection<String> references) {
        return new BoundNotice(version, new TreeSet<>(references), new TreeSet<>(references));
    }

    /** With another version of the same notice, whichever of the two is newer. */
    public BoundNotice with(BoundNotice other) {
        SortedSet<String> all = new TreeSet<>(ever);
        all.addAll(other.ever);
        BoundNotice newer = compareTo(other) >= 0 ? this : other;
        return new BoundNotice(newer.newest, newer.references, all);
    }

    private int compareTo(BoundNotice other) {
        int order = ShipmentBinding.BY_VERSION.compare(newest, other.newest);
        return order == 0 ? references.toString().compareTo(other.references.toString()) : order;
    }

    /** What each reference has to hear. */
    public Map<String, ShipmentBinding> told() {
        Map<String, ShipmentBinding> told = new TreeMap<>();
        for (String reference : ever) {
            told.put(reference, newest.bound(newest.bound() && references.contains(reference)));
        }
        return told;
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        newest.write(out);
        out.texts(references);
        out.texts(ever);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static BoundNotice read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "ship notice of an order: expected layout 1 but found " + layout);
        }
        return new BoundNotice(
                ShipmentBinding.read(in), new TreeSet<>(in.texts()), new TreeSet<>(in.texts()));
    }
}
