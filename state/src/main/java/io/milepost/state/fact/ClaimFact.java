package io.milepost.state.fact;

import java.math.BigDecimal;

/**
 * A return or a claim.
 *
 * @param header identity, version and times
 * @param cancelled whether it was taken back
 * @param quantity claimed quantity in the order's unit
 */
public record ClaimFact(FactHeader header, boolean cancelled, BigDecimal quantity) implements Fact {

    @Override
    public ClaimFact withHeader(FactHeader other) {
        return new ClaimFact(other, cancelled, quantity);
    }
}
