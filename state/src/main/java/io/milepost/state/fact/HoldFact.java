package io.milepost.state.fact;

import java.math.BigDecimal;

/**
 * Goods held for quality, or released.
 *
 * @param header identity, version and times
 * @param released whether the hold is lifted
 * @param quantity held quantity in the order's unit
 */
public record HoldFact(FactHeader header, boolean released, BigDecimal quantity) implements Fact {

    @Override
    public HoldFact withHeader(FactHeader other) {
        return new HoldFact(other, released, quantity);
    }
}
