package io.milepost.state.fact;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import java.math.BigDecimal;

/**
 * A stock move of the line: a receipt or a return, planned or done; or an entry of a service.
 *
 * @param header identity, version and times; occurredAt is when the goods moved
 * @param direction which way
 * @param state planned, done or cancelled
 * @param quantity quantity in the order's unit; negative for the reversal of an earlier receipt
 * @param service whether it is a service that was done, and no goods
 */
public record ReceiptFact(
        FactHeader header,
        MoveDirection direction,
        MoveState state,
        BigDecimal quantity,
        boolean service)
        implements Fact {

    /** A move of goods. */
    public ReceiptFact(
            FactHeader header, MoveDirection direction, MoveState state, BigDecimal quantity) {
        this(header, direction, state, quantity, false);
    }

    /** Whether goods came in by this version of the move. */
    public boolean received() {
        return state == MoveState.DONE && direction == MoveDirection.INBOUND;
    }

    /** Whether goods went back by this version of the move. */
    public boolean returned() {
        return state == MoveState.DONE && direction == MoveDirection.RETURN;
    }

    @Override
    public ReceiptFact withHeader(FactHeader other) {
        return new ReceiptFact(other, direction, state, quantity, service);
    }
}
