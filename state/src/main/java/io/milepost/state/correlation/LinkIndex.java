package io.milepost.state.correlation;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one shipment reference (tracking number, bill of lading, container, SSCC) is bound to, and
 * who has to hear of it: the references that carriers named together with it. Immutable.
 *
 * @param bindings what ship notices say of it
 * @param links keys of the references that it is linked to
 * @param lifetime when it goes
 */
public record LinkIndex(Bindings bindings, SortedSet<String> links, Lifetime lifetime) {

    /** A reference that nobody has spoken of yet. */
    public static final LinkIndex EMPTY =
            new LinkIndex(Bindings.NONE, new TreeSet<>(), Lifetime.NONE);

    private static final int LAYOUT = 1;

    /** With what a ship notice says; a repeat changes nothing. */
    public LinkIndex with(ShipmentBinding binding) {
        return new LinkIndex(bindings.with(binding), links, lifetime);
    }

    /** With the references that were named together with it. */
    public LinkIndex linkedTo(Collection<String> references) {
        if (links.containsAll(references)) {
            return this;
        }
        SortedSet<String> more = new TreeSet<>(links);
        more.addAll(references);
        return new LinkIndex(bindings, more, lifetime);
    }

    /** With another lifetime. */
    public LinkIndex living(Lifetime other) {
        return new LinkIndex(bindings, links, other);
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        bindings.write(out);
        out.number(links.size());
        links.forEach(out::text);
        lifetime.write(out);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static LinkIndex read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "index of a reference: expected layout 1 but found " + layout);
        }
        Bindings bindings = Bindings.read(in);
        int count = in.count();
        SortedSet<String> links = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            links.add(in.text());
        }
        return new LinkIndex(bindings, links, Lifetime.read(in));
    }
}
