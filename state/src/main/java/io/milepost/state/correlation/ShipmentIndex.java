package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one shipment reference (tracking number, bill of lading, container, SSCC) stands for.
 * References are used again: an event belongs to the newest shipment that had left by then, and if
 * none had, to the first. Immutable.
 */
public final class ShipmentIndex {

    /** A reference that nobody has bound yet. */
    public static final ShipmentIndex EMPTY = new ShipmentIndex(List.of());

    private static final int LAYOUT = 1;

    private final List<ShipmentBinding> bindings;

    private ShipmentIndex(List<ShipmentBinding> bindings) {
        this.bindings = List.copyOf(bindings);
    }

    /** The bindings that are known. */
    public List<ShipmentBinding> bindings() {
        return bindings;
    }

    /** With one more binding; a repeat changes nothing. */
    public ShipmentIndex with(ShipmentBinding binding) {
        if (bindings.contains(binding)) {
            return this;
        }
        List<ShipmentBinding> after = new ArrayList<>(bindings);
        after.add(binding);
        return new ShipmentIndex(after);
    }

    /** The lines that were under way by this reference at a time; none while nothing is bound. */
    public Set<LineKey> linesAt(long time) {
        ShipmentBinding shipment = shipmentAt(time);
        Set<LineKey> lines = new LinkedHashSet<>();
        for (ShipmentBinding binding : bindings) {
            if (binding.shipmentId().equals(shipment.shipmentId())) {
                lines.add(binding.line());
            }
        }
        return lines;
    }

    private ShipmentBinding shipmentAt(long time) {
        Comparator<ShipmentBinding> byDeparture =
                Comparator.comparingLong(ShipmentBinding::shippedAt)
                        .thenComparing(ShipmentBinding::shipmentId);
        return bindings.stream()
                .filter(b -> b.shippedAt() <= time)
                .max(byDeparture)
                .or(() -> bindings.stream().min(byDeparture))
                .orElse(new ShipmentBinding(null, "", 0));
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        out.number(bindings.size());
        for (ShipmentBinding binding : bindings) {
            out.text(binding.line().toString());
            out.text(binding.shipmentId());
            out.number(binding.shippedAt());
        }
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static ShipmentIndex read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "index of a shipment: expected layout " + LAYOUT + " but found " + layout);
        }
        int count = in.count();
        List<ShipmentBinding> bindings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bindings.add(new ShipmentBinding(LineKey.parse(in.text()), in.text(), in.number()));
        }
        return new ShipmentIndex(bindings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShipmentIndex that && bindings.equals(that.bindings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bindings);
    }
}
