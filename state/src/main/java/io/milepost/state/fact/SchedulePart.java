package io.milepost.state.fact;

import io.milepost.events.LineAnswer;
import io.milepost.state.Times;
import java.math.BigDecimal;

/**
 * One part of an acknowledged line.
 *
 * @param number number of the part, from 1
 * @param answer the supplier's answer to this part
 * @param quantity quantity in the order's unit
 * @param promisedAt promised arrival; {@link Times#NONE} if no date was given
 * @param unitPrice confirmed price of one unit; {@code null} if not stated
 */
public record SchedulePart(
        int number, LineAnswer answer, BigDecimal quantity, long promisedAt, BigDecimal unitPrice) {

    /** The answer to all that is ordered, however much that is. */
    public static SchedulePart whole(LineAnswer answer, long promisedAt) {
        return new SchedulePart(1, answer, BigDecimal.ZERO, promisedAt, null);
    }

    /** Whether goods are promised for a date by this part. */
    public boolean promisesDate() {
        return promisedAt != Times.NONE && (confirms() || answer == LineAnswer.BACKORDERED);
    }

    /** The same answer to another quantity. */
    public SchedulePart withQuantity(BigDecimal other) {
        return new SchedulePart(number, answer, other, promisedAt, unitPrice);
    }

    /** Whether this part confirms its quantity. */
    public boolean confirms() {
        return answer == LineAnswer.ACCEPTED
                || answer == LineAnswer.CHANGED
                || answer == LineAnswer.SUBSTITUTED;
    }
}
