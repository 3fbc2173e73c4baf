package io.milepost.local.distributor;

import io.milepost.events.LineReference;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.List;

/**
 * The story of one line, from order to payment. Each chapter has dice of its own, so that a change
 * to one leaves the draws of the others as they are.
 */
final class LineStory {

    /** What of a line was delivered. */
    record Delivered(Item item, LineReference name, List<Part> parts) {}

    private final Order order;
    private final Item item;
    private final Dice dice;
    private final SupplierPen supplier;
    private final OdooPen odoo;
    private final Ids ids;
    private final LineReference name;
    private final Fate fate;
    private final ChangeStory changes;
    private final BigDecimal orderedPrice;
    private int quantity;

    LineStory(Order order, Item item, Dice dice, Pen pen, Ids ids) {
        this.order = order;
        this.item = item;
        this.dice = dice;
        this.supplier = new SupplierPen(pen, order);
        this.odoo = new OdooPen(pen, order, item);
        this.ids = ids;
        this.name = LineNames.draw(dice.split(), order, item);
        this.fate = Fate.draw(dice);
        this.quantity = dice.chance(0.1) ? dice.between(1, 4) : dice.between(5, 500);
        this.orderedPrice = Item.price(dice);
        this.changes = new ChangeStory(order, dice.split(), odoo, quantity, orderedPrice);
    }

    /**
     * @param together when the lines of the order arrive that were accepted as planned and come in
     *     one part; {@link Order#NEVER} when each arrives by itself
     */
    Delivered tell(long together) {
        changes.write();
        boolean quantityChanges = fate == Fate.NORMAL && dice.chance(Habits.QUANTITY_CHANGED);
        boolean beforeAnswer = !order.isAcknowledged() || dice.chance(0.6);
        if (quantityChanges && beforeAnswer) {
            quantity = changedQuantity(!order.isAcknowledged());
            long high = order.isAcknowledged() ? order.acknowledgedAt() : order.plannedAt();
            changes.quantity(
                    quantity, order.confirmedAt() + Micros.MINUTE, high - 5 * Micros.MINUTE);
        }
        if (dice.chance(Habits.PRICE_CHANGED)) {
            long low = order.confirmedAt() + Micros.HOUR;
            changes.price(low, low + 2 * Micros.DAY);
        }
        Commitment commitment = acknowledgement();
        int delivered = quantity;
        if (quantityChanges && !beforeAnswer) {
            quantity = changedQuantity(false);
            delivered = dice.chance(0.6) ? quantity : delivered;
            long low = commitment.lastKnown() + Micros.HOUR;
            changes.quantity(quantity, low, low + 2 * Micros.DAY);
        }
        return finish(commitment, delivered, together);
    }

    private Commitment acknowledgement() {
        Dice own = dice.split();
        AcknowledgementPen pen = new AcknowledgementPen(supplier, item, name, own);
        Commitment commitment = new AcknowledgementStory(order, own, pen, quantity).tell(fate);
        boolean otherDate = commitment.firstDate() != order.plannedAt();
        if (otherDate && own.chance(Habits.DATE_TAKEN_OVER)) {
            long low = commitment.lastKnown() + Micros.MINUTE;
            changes.date(commitment.firstDate(), low, low + Micros.DAY);
        }
        return commitment;
    }

    private Delivered finish(Commitment commitment, int agreed, long together) {
        if (fate == Fate.CANCELLED) {
            changes.cancel(cancelledAt());
            return new Delivered(item, name, List.of());
        }
        long promise = commitment.promise();
        boolean moves =
                fate == Fate.NORMAL && !commitment.inParts() && dice.chance(Habits.DATE_CHANGED);
        if (moves) {
            promise = moveDate(commitment);
        }
        if (fate == Fate.NORMAL && dice.chance(Habits.WAREHOUSE_CHANGED)) {
            changes.warehouse(order.confirmedAt() + Micros.HOUR, promise + 2 * Micros.DAY);
        }
        int delivered = delivered(agreed);
        if (delivered == 0) {
            return new Delivered(item, name, List.of());
        }
        DeliveryStory delivery = new DeliveryStory(order, dice.split());
        int count = delivery.count(delivered);
        boolean joins = together != Order.NEVER && count == 1 && commitment.asPlanned() && !moves;
        List<Part> parts =
                joins
                        ? List.of(new Part(delivered, together))
                        : delivery.parts(delivered, count, commitment, promise);
        delivery.write(parts, odoo, ids);
        new ReturnStory(item, name, dice.split(), supplier, odoo, ids).tell(parts);
        new InvoiceStory(order, item, name, dice.split(), supplier, odoo, ids)
                .tell(invoiced(parts, agreed), changes.state().price(), orderedPrice);
        return new Delivered(item, name, parts);
    }

    /** Mostly what arrived; some suppliers that send less invoice all the same. */
    private List<Part> invoiced(List<Part> parts, int agreed) {
        if (fate == Fate.SHORT && dice.chance(Habits.INVOICED_AS_ORDERED)) {
            return List.of(new Part(agreed, parts.get(parts.size() - 1).arrival()));
        }
        return parts;
    }

    /** The buyer moves the date, a few only after the promised day is over. */
    private long moveDate(Commitment commitment) {
        long planned = commitment.promise() + dice.between(2, 5) * Micros.DAY;
        long low = Math.max(commitment.lastKnown(), order.confirmedAt()) + Micros.HOUR;
        long tooLate = dice.chance(0.2) ? 3 * Micros.DAY : 0;
        changes.date(planned, low, commitment.promise() - Micros.HOUR + tooLate);
        return planned;
    }

    private int delivered(int agreed) {
        return switch (fate) {
            case NORMAL -> dice.chance(Habits.DELIVERED_OVER) ? agreed + 1 + agreed / 25 : agreed;
            case SHORT -> agreed < 2 ? 0 : dice.between(atLeast(agreed), agreed - 1);
            case CANCELLED, REJECTED, SILENT -> 0;
        };
    }

    /** Some that are short of something are short of next to nothing. */
    private int atLeast(int agreed) {
        return dice.chance(0.4) ? agreed - 1 - agreed / 30 : agreed / 2;
    }

    private int changedQuantity(boolean mayShrink) {
        if (mayShrink && quantity > 1 && dice.chance(0.5)) {
            return quantity - dice.between(1, quantity / 2);
        }
        return quantity + dice.between(1, 50);
    }

    /** Mostly before the promised day, the rest after it has passed. */
    private long cancelledAt() {
        if (dice.chance(0.7)) {
            return dice.between(order.confirmedAt() + 2 * Micros.HOUR, order.plannedAt());
        }
        return order.plannedAt() + dice.between(36 * Micros.HOUR, 10 * Micros.DAY);
    }
}
