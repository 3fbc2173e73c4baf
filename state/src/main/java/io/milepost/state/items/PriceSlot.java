package io.milepost.state.items;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What a price is about: of the documents that name one quantity and one begin, the newest counts.
 *
 * @param minQuantity from how many units on it holds
 * @param validFrom from when on it holds, microseconds
 */
public record PriceSlot(BigDecimal minQuantity, long validFrom) implements Comparable<PriceSlot> {

    private static final Comparator<PriceSlot> ORDER =
            Comparator.comparing(PriceSlot::minQuantity).thenComparingLong(PriceSlot::validFrom);

    /** 10 and 10.000 are one quantity. */
    public PriceSlot {
        minQuantity =
                minQuantity.signum() == 0 ? BigDecimal.ZERO : minQuantity.stripTrailingZeros();
    }

    /** Whether both are about one quantity, so that one follows the other. */
    boolean sameQuantity(PriceSlot other) {
        return minQuantity.compareTo(other.minQuantity) == 0;
    }

    @Override
    public int compareTo(PriceSlot other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return minQuantity.toPlainString() + '/' + validFrom;
    }
}
