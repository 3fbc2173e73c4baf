package io.milepost.local.distributor;

import io.milepost.events.OrderState;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;

/**
 * How the buyer writes a line and changes it: quantity, price, date, warehouse, cancellation, one
 * after the other.
 *
 * <p>The quantity of an acknowledged line only grows, and the date is moved only after the
 * supplier's last word. So neither makes a command necessary for a while only, depending on how
 * topics were interleaved.
 */
final class ChangeStory {

    private final Order order;
    private final Dice dice;
    private final OdooPen odoo;
    private OdooPen.State state;
    private long lastTime;
    private long lastKnown;

    ChangeStory(Order order, Dice dice, OdooPen odoo, int quantity, BigDecimal price) {
        this.order = order;
        this.dice = dice;
        this.odoo = odoo;
        this.state =
                new OdooPen.State(
                        OrderState.PURCHASE,
                        false,
                        quantity,
                        price,
                        order.plannedAt(),
                        order.terms().warehouse());
    }

    OdooPen.State state() {
        return state;
    }

    long lastKnown() {
        return lastKnown;
    }

    /** The order is written, perhaps as a draft, and confirmed. */
    void write() {
        if (order.draftFirst()) {
            OdooPen.State confirmed = state;
            state = state.with(OrderState.DRAFT, false);
            emit(order.orderedAt(), 0);
            state = confirmed;
        }
        emit(order.confirmedAt(), 0);
    }

    /** Another quantity, some time from low to high. */
    void quantity(int quantity, long low, long high) {
        change(state.withQuantity(quantity), dice.between(low, high));
    }

    /** Another price, up to 15 % up or down, some time from low to high. */
    void price(long low, long high) {
        BigDecimal factor = BigDecimal.valueOf(85 + dice.between(0, 30), 2);
        change(state.withPrice(state.price().multiply(factor)), dice.between(low, high));
    }

    /** Another planned date, some time from low to high. */
    void date(long plannedAt, long low, long high) {
        change(state.withPlannedAt(plannedAt), dice.between(low, high));
    }

    /** Another warehouse, some time from low to high. */
    void warehouse(long low, long high) {
        change(state.withWarehouse(Terms.otherThan(state.warehouse())), dice.between(low, high));
    }

    /** Cancelled at a time; some of it is known only days later. */
    void cancel(long time) {
        boolean wholeOrder = dice.chance(0.3);
        state = state.with(wholeOrder ? OrderState.CANCELLED : state.state(), !wholeOrder);
        long late = dice.chance(0.2) ? dice.between(Micros.DAY, 3 * Micros.DAY) : 0;
        emit(Math.max(time, lastTime + Micros.SECOND), late);
    }

    private void change(OdooPen.State changed, long time) {
        state = changed;
        emit(Math.max(time, lastTime + Micros.SECOND), 0);
    }

    private void emit(long time, long late) {
        long polled = time + late + dice.between(2 * Micros.SECOND, 90 * Micros.SECOND);
        lastTime = time;
        lastKnown = Math.max(polled, lastKnown + Micros.SECOND);
        odoo.line(state, time, lastKnown);
    }
}
