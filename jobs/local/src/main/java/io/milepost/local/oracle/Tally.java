package io.milepost.local.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Quantities with their business times, and since when they add up to what is needed. */
final class Tally {

    private record Part(Reached reached, BigDecimal quantity) {
        long occurredAt() {
            return reached.occurredAt();
        }
    }

    private final List<Part> parts = new ArrayList<>();

    /** Adds a quantity that came at some time, by some fact. */
    void add(Reached reached, BigDecimal quantity) {
        parts.add(new Part(reached, quantity));
    }

    BigDecimal sum() {
        return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * When it was complete: nothing, unless all parts together reach the needed quantity; then the
     * time since when the parts until then have reached it. What is taken back and added again
     * counts by the second time. Of parts of one time, which count together, it is the one that
     * made it enough as they became known.
     *
     * @param needed nothing is complete of a quantity that is not above zero
     */
    Optional<Reached> completed(BigDecimal needed) {
        return needed.signum() > 0 ? since(sum -> sum.compareTo(needed) >= 0) : Optional.empty();
    }

    /** When there was something of it, in the same sense. */
    Optional<Reached> begun() {
        return since(sum -> sum.signum() > 0);
    }

    private Optional<Reached> since(Predicate<BigDecimal> enough) {
        parts.sort(
                Comparator.comparingLong(Part::occurredAt)
                        .thenComparingLong(part -> part.reached().knownAt())
                        .thenComparing(part -> part.reached().factId()));
        BigDecimal soFar = BigDecimal.ZERO;
        Optional<Reached> since = Optional.empty();
        Optional<Reached> meanwhile = Optional.empty();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            soFar = soFar.add(part.quantity());
            if (!enough.test(soFar)) {
                meanwhile = Optional.empty();
            } else if (meanwhile.isEmpty()) {
                meanwhile = Optional.of(part.reached());
            }
            boolean lastOfItsTime =
                    i + 1 == parts.size() || parts.get(i + 1).occurredAt() > part.occurredAt();
            if (lastOfItsTime && !enough.test(soFar)) {
                since = Optional.empty();
            } else if (lastOfItsTime && since.isEmpty()) {
                since = meanwhile;
            }
        }
        return since;
    }
}
