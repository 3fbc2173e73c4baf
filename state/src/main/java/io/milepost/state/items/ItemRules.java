package io.milepost.state.items;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What can be chosen about items.
 *
 * @param priceIncreasePercent by how many percent a price may rise without an alert
 * @param priceMemory how long a price that is over is remembered, microseconds
 * @param itemMemory how long an item is remembered of which nothing is heard, microseconds
 */
public record ItemRules(BigDecimal priceIncreasePercent, long priceMemory, long itemMemory)
        implements Serializable {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether a rise from one price to another is worth an alert. */
    boolean isIncrease(BigDecimal from, BigDecimal to) {
        BigDecimal most = from.multiply(HUNDRED.add(priceIncreasePercent));
        return from.signum() > 0 && to.multiply(HUNDRED).compareTo(most) > 0;
    }
}
