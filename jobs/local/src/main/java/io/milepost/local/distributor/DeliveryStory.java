package io.milepost.local.distributor;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.local.feed.Micros;
import java.util.ArrayList;
import java.util.List;

/** When a line arrives, in how many parts, and when that is written down. */
final class DeliveryStory {

    private static final long EARLIEST_AFTER_ORDER = 12 * Micros.HOUR;

    private final Order order;
    private final Dice dice;

    DeliveryStory(Order order, Dice dice) {
        this.order = order;
        this.dice = dice;
    }

    /** When something promised for a time arrives: on the day, late or early, by day. */
    long arrival(long promise) {
        double share = dice.share();
        long days = 0;
        if (share < Habits.DELIVERED_LATE) {
            days = (long) dice.from(Habits.LATE);
        } else if (share >= Habits.DELIVERED_LATE + Habits.DELIVERED_ON_DAY) {
            days = -(long) dice.from(Habits.EARLY);
        }
        long hour = dice.between(7 * Micros.HOUR, 16 * Micros.HOUR);
        long arrival = Micros.startOfDay(promise) + days * Micros.DAY + hour;
        while (arrival < order.confirmedAt() + EARLIEST_AFTER_ORDER) {
            arrival += Micros.DAY;
        }
        return arrival;
    }

    /** How many parts a quantity arrives in, as far as nobody agreed on parts. */
    int count(int quantity) {
        boolean several = quantity > 4 && dice.chance(Habits.SEVERAL_RECEIPTS);
        return several ? dice.between(2, 4) : 1;
    }

    /** The parts that a quantity arrives in; by default the last one arrives as promised. */
    List<Part> parts(int quantity, int count, Commitment commitment, long promise) {
        if (commitment.inParts()) {
            return promisedParts(quantity, commitment);
        }
        long arrival = arrival(promise);
        boolean restFollows = dice.chance(0.35);
        List<Part> parts = new ArrayList<>();
        int left = quantity;
        for (int i = 0; i < count; i++) {
            int share = i == count - 1 ? left : quantity / count;
            left -= share;
            int days = (restFollows ? i : i - count + 1) * dice.between(1, 3);
            long at = arrival + days * Micros.DAY;
            parts.add(new Part(share, Math.max(at, order.confirmedAt() + EARLIEST_AFTER_ORDER)));
        }
        return parts;
    }

    /** As they were promised, but some first parts are smaller than that; the last is the rest. */
    private List<Part> promisedParts(int quantity, Commitment commitment) {
        List<Part> parts = new ArrayList<>();
        int left = quantity;
        long before = 0;
        for (int i = 0; i < commitment.parts().size(); i++) {
            Part promised = commitment.parts().get(i);
            boolean last = i == commitment.parts().size() - 1;
            int less = dice.chance(0.2) ? promised.quantity() / 4 : 0;
            int share = last ? left : promised.quantity() - less;
            long arrival = Math.max(arrival(promised.arrival()), before + Micros.HOUR);
            parts.add(new Part(share, arrival));
            left -= share;
            before = arrival;
        }
        return parts;
    }

    /** Writes the receipts of a line's parts; some were planned in Odoo before. */
    void write(List<Part> parts, OdooPen odoo, Ids ids) {
        boolean planned = parts.size() == 1 && dice.chance(0.25);
        for (Part part : parts) {
            long moveId = ids.nextMove();
            if (planned) {
                odoo.move(
                        inbound(moveId, MoveState.PLANNED, part.quantity()),
                        order.plannedAt(),
                        order.confirmedAt(),
                        order.confirmedAt() + 2 * Micros.MINUTE);
            }
            long recorded = recordedAt(part.arrival());
            odoo.move(
                    inbound(moveId, MoveState.DONE, part.quantity()),
                    part.arrival(),
                    recorded,
                    recorded + dice.between(2 * Micros.SECOND, 90 * Micros.SECOND));
        }
    }

    private static OdooPen.Move inbound(long id, MoveState state, int quantity) {
        return new OdooPen.Move(id, MoveDirection.INBOUND, state, quantity);
    }

    private long recordedAt(long arrival) {
        if (dice.chance(Habits.RECORDED_LATER)) {
            return arrival + (long) (dice.from(Habits.RECORDED_AFTER) * Micros.DAY);
        }
        return arrival + dice.between(20 * Micros.MINUTE, 5 * Micros.HOUR);
    }
}
