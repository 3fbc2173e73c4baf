package io.milepost.state.fact;

import io.milepost.events.OrderState;
import java.math.BigDecimal;

/**
 * The order line as Odoo had it.
 *
 * @param header identity, version and times
 * @param orderName number of the order as people write it
 * @param state state of the order
 * @param lineCancelled whether the line itself was cancelled or deleted
 * @param vendor the supplier's partner id
 * @param ownItem our item number; {@code null} if none
 * @param category product category; {@code null} if none
 * @param warehouse receiving warehouse; {@code null} if none
 * @param incoterm incoterm; {@code null} if none
 * @param quantity ordered quantity in {@code unit}
 * @param unit the order's unit, UN/ECE Recommendation 20
 * @param unitFactor how many base units one order unit holds
 * @param unitPrice price of one unit
 * @param currency ISO 4217
 * @param orderedAt when the order was written
 * @param confirmedAt when it was confirmed; {@link io.milepost.state.Times#NONE} while it is not
 * @param plannedAt when the line is planned to arrive
 * @param share of a line that was split, and of its parts: what of all that is said of the line is
 *     about this one; {@code null} for any other
 */
public record OrderFact(
        FactHeader header,
        String orderName,
        OrderState state,
        boolean lineCancelled,
        String vendor,
        String ownItem,
        String category,
        String warehouse,
        String incoterm,
        BigDecimal quantity,
        String unit,
        BigDecimal unitFactor,
        BigDecimal unitPrice,
        String currency,
        long orderedAt,
        long confirmedAt,
        long plannedAt,
        Share share)
        implements Fact {

    /** Identity of every version of the order. */
    public static final String IDENTITY = "order";

    /** Of a line that was not split. */
    public OrderFact(
            FactHeader header,
            String orderName,
            OrderState state,
            boolean lineCancelled,
            String vendor,
            String ownItem,
            String category,
            String warehouse,
            String incoterm,
            BigDecimal quantity,
            String unit,
            BigDecimal unitFactor,
            BigDecimal unitPrice,
            String currency,
            long orderedAt,
            long confirmedAt,
            long plannedAt) {
        this(
                header,
                orderName,
                state,
                lineCancelled,
                vendor,
                ownItem,
                category,
                warehouse,
                incoterm,
                quantity,
                unit,
                unitFactor,
                unitPrice,
                currency,
                orderedAt,
                confirmedAt,
                plannedAt,
                null);
    }

    /** Whether it is a part of a line that was split. */
    public boolean isPart() {
        return share != null && share.isOfPart();
    }

    /** The same with another share. */
    public OrderFact withShare(Share other) {
        return new OrderFact(
                header,
                orderName,
                state,
                lineCancelled,
                vendor,
                ownItem,
                category,
                warehouse,
                incoterm,
                quantity,
                unit,
                unitFactor,
                unitPrice,
                currency,
                orderedAt,
                confirmedAt,
                plannedAt,
                other);
    }

    /** Whether the supplier is bound to deliver by this version. */
    public boolean confirmed() {
        return !cancelled() && (state == OrderState.PURCHASE || state == OrderState.LOCKED);
    }

    /** Whether nothing is expected any more by this version. */
    public boolean cancelled() {
        return lineCancelled || state == OrderState.CANCELLED;
    }

    @Override
    public OrderFact withHeader(FactHeader other) {
        return new OrderFact(
                other,
                orderName,
                state,
                lineCancelled,
                vendor,
                ownItem,
                category,
                warehouse,
                incoterm,
                quantity,
                unit,
                unitFactor,
                unitPrice,
                currency,
                orderedAt,
                confirmedAt,
                plannedAt,
                share);
    }
}
