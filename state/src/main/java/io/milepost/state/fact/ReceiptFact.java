package io.milepost.state.fact;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.state.Times;
import java.math.BigDecimal;

/**
 * A stock move of the line: a receipt or a return, planned or done; or an entry of a service.
 *
 * @param header identity, version and times; occurredAt is when the goods moved
 * @param direction which way
 * @param state planned, done or cancelled
 * @param quantity quantity in the order's unit; negative for the reversal of an earlier receipt
 * @param service whether it is a service that was done, and no goods
 * @param plannedAt when a move that is still to come is planned; {@link Times#NONE} if it is not
 */
public record ReceiptFact(
        FactHeader header,
        MoveDirection direction,
        MoveState state,
        BigDecimal quantity,
        boolean service,
        long plannedAt)
        implements Fact {

    /** A move that is not planned for a time. */
    public ReceiptFact(
            FactHeader header,
            MoveDirection direction,
            MoveState state,
            BigDecimal quantity,
            boolean service) {
        this(header, direction, state, quantity, service, Times.NONE);
    }

    /** A move of goods. */
    public ReceiptFact(
            FactHeader header, MoveDirection direction, MoveState state, BigDecimal quantity) {
        this(header, direction, state, quantity, false);
    }

    /** Whether goods came in by this version of the move. */
    public boolean received() {
        return state == MoveState.DONE && direction == MoveDirection.INBOUND;
    }

    /** Whether goods are still to come in by this version of the move. */
    public boolean expected() {
        return state == MoveState.PLANNED && direction == MoveDirection.INBOUND && !service;
    }

    /** Whether goods went back by this version of the move. */
    public boolean returned() {
        return state == MoveState.DONE && direction == MoveDirection.RETURN;
    }

    @Override
    public ReceiptFact completedBy(Fact repeat) {
        return plannedAt == Times.NONE
                        && repeat instanceof ReceiptFact move
                        && move.plannedAt != Times.NONE
                ? new ReceiptFact(header, direction, state, quantity, service, move.plannedAt)
                : this;
    }

    @Override
    public ReceiptFact withHeader(FactHeader other) {
        return new ReceiptFact(other, direction, state, quantity, service, plannedAt);
    }
}
