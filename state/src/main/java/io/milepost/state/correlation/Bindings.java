package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What ship notices say of one reference. Of each line of each document the newest version is kept,
 * also where it binds no longer, so that it does not matter in which order versions come.
 * Immutable.
 */
public final class Bindings {

    /** Nothing was said. */
    public static final Bindings NONE = new Bindings(List.of());

    private static final Comparator<ShipmentBinding> BY_DEPARTURE =
            Comparator.comparingLong(ShipmentBinding::shippedAt)
                    .thenComparing(ShipmentBinding::shipmentId)
                    .thenComparing(b -> Objects.requireNonNullElse(b.partner(), ""));

    private final List<ShipmentBinding> sorted;

    private Bindings(List<ShipmentBinding> sorted) {
        this.sorted = List.copyOf(sorted);
    }

    /** All of them, bound or not. */
    public List<ShipmentBinding> all() {
        return sorted;
    }

    /** With one more; the same object if a newer version is known. */
    public Bindings with(ShipmentBinding binding) {
        List<ShipmentBinding> after = new ArrayList<>(sorted.size() + 1);
        for (ShipmentBinding known : sorted) {
            if (!known.isAboutTheSame(binding)) {
                after.add(known);
            } else if (ShipmentBinding.BY_VERSION.compare(known, binding) >= 0) {
                return this;
            }
        }
        after.add(binding);
        after.sort(ShipmentBinding.BY_NAME);
        return new Bindings(after);
    }

    /**
     * The lines that were under way at a time by what all of these say: those of the newest
     * shipment that had left by then, and if none had, of the first.
     *
     * @param time microseconds
     * @param sharing whether the lines of a supplier may share its ship notices
     * @return each with the ship notices that it is there by, where it may share them; no lines if
     *     nothing is bound
     */
    static Map<LineKey, Set<String>> linesAt(
            Collection<Bindings> all, long time, Predicate<String> sharing) {
        List<ShipmentBinding> bound =
                all.stream()
                        .flatMap(b -> b.sorted.stream())
                        .filter(ShipmentBinding::bound)
                        .toList();
        Optional<ShipmentBinding> shipment =
                bound.stream()
                        .filter(b -> b.shippedAt() <= time)
                        .max(BY_DEPARTURE)
                        .or(() -> bound.stream().min(BY_DEPARTURE));
        Map<LineKey, Set<String>> lines = new HashMap<>();
        for (ShipmentBinding binding : bound) {
            if (binding.isOfShipment(shipment.orElseThrow())) {
                Set<String> notices = lines.computeIfAbsent(binding.line(), any -> new HashSet<>());
                if (binding.partner() != null
                        && binding.notice() != null
                        && sharing.test(binding.partner())) {
                    notices.add(binding.notice());
                }
            }
        }
        return lines;
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.number(sorted.size());
        sorted.forEach(binding -> binding.write(out));
    }

    /** Reads. */
    public static Bindings read(StateInput in) {
        int count = in.count();
        List<ShipmentBinding> sorted = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sorted.add(ShipmentBinding.read(in));
        }
        return new Bindings(sorted);
    }

    /** Reads what the first release wrote. */
    static Bindings readFirstLayout(StateInput in) {
        Bindings bindings = NONE;
        int count = in.count();
        for (int i = 0; i < count; i++) {
            bindings = bindings.with(ShipmentBinding.readFirstLayout(in));
        }
        return bindings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bindings that && sorted.equals(that.sorted);
    }

    @Override
    public int hashCode() {
        return sorted.hashCode();
    }

    @Override
    public String toString() {
        return sorted.toString();
    }
}
