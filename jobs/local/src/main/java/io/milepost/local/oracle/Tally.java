package io.milepost.local.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Quantities with their business times, and when they first add up to what was ordered. */
final class Tally {

    private record Part(long occurredAt, String factId, BigDecimal quantity) {}

    private final List<Part> parts = new ArrayList<>();

    void add(long occurredAt, String factId, BigDecimal quantity) {
        parts.add(new Part(occurredAt, factId, quantity));
    }

    BigDecimal sum() {
        return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * When it was complete: nothing, unless all parts together reach the ordered quantity; then the
     * earliest time by which the parts until then reach it.
     */
    Optional<Reached> completed(BigDecimal ordered) {
        if (ordered.signum() <= 0 || sum().compareTo(ordered) < 0) {
            return Optional.empty();
        }
        parts.sort(Comparator.comparingLong(Part::occurredAt).thenComparing(Part::factId));
        BigDecimal soFar = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            soFar = soFar.add(part.quantity());
            boolean lastOfItsTime =
                    i + 1 == parts.size() || parts.get(i + 1).occurredAt() > part.occurredAt();
            if (lastOfItsTime && soFar.compareTo(ordered) >= 0) {
                return Optional.of(new Reached(part.occurredAt(), part.factId()));
            }
        }
        throw new IllegalStateException("the sum is reached, so some part reached it: " + parts);
    }
}
