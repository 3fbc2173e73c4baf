package io.milepost.local.distributor;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineReference;
import io.milepost.events.ShipNotice;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.local.feed.Micros;
import java.util.ArrayList;
import java.util.List;

/** The story of one order: its header, its lines, and the shipments that its lines share. */
final class OrderStory {

    private final Dice dice;
    private final Pen pen;
    private final Pen strangersPen;
    private final Ids ids;
    private final double strangers;

    /**
     * @param strangersPen what is written here must be refused
     * @param strangers share of the lines that a supplier of somebody else speaks of
     */
    OrderStory(Dice dice, Pen pen, Pen strangersPen, Ids ids, double strangers) {
        this.dice = dice;
        this.pen = pen;
        this.strangersPen = strangersPen;
        this.ids = ids;
        this.strangers = strangers;
    }

    void tell(long orderedAt, int lines) {
        Order order = order(orderedAt);
        technicalAcknowledgement(order);
        boolean shares = lines > 1 && dice.chance(Habits.LINES_TRAVEL_TOGETHER);
        long together =
                shares
                        ? new DeliveryStory(order, dice.split()).arrival(order.plannedAt())
                        : Order.NEVER;
        List<Shipment.Load> shared = new ArrayList<>();
        for (int lineNumber = 1; lineNumber <= lines; lineNumber++) {
            Item item = Item.draw(dice, order.vendor(), ids.nextLine(), lineNumber);
            LineStory.Delivered delivered =
                    new LineStory(order, item, dice.split(), pen, ids).tell(together);
            for (Part part : delivered.parts()) {
                Shipment.Load load = new Shipment.Load(item, delivered.name(), part.quantity());
                if (part.arrival() == together) {
                    shared.add(load);
                } else {
                    ship(order, part.arrival(), List.of(load));
                }
            }
            stranger(order, item);
        }
        if (!shared.isEmpty()) {
            ship(order, together, shared);
        }
    }

    private Order order(long orderedAt) {
        long id = ids.nextOrder();
        boolean draft = dice.chance(Habits.DRAFT_FIRST);
        long confirmedAt =
                draft ? orderedAt + dice.between(Micros.HOUR, 24 * Micros.HOUR) : orderedAt;
        long lead = (long) (dice.from(Habits.LEAD) * Micros.DAY);
        long plannedAt = Micros.startOfDay(confirmedAt + lead) + 8 * Micros.HOUR;
        double share = dice.share();
        long acknowledgedAt =
                share < Habits.EVER_ACKNOWLEDGED
                        ? confirmedAt + (long) (Habits.ACKNOWLEDGED_HOURS.at(share) * Micros.HOUR)
                        : Order.NEVER;
        return new Order(
                id,
                Ids.orderName(id),
                Vendor.draw(dice),
                Terms.draw(dice),
                orderedAt,
                draft,
                confirmedAt,
                plannedAt,
                acknowledgedAt);
    }

    /** The supplier's system answers within minutes, often before Odoo was asked for changes. */
    private void technicalAcknowledgement(Order order) {
        if (!dice.chance(Habits.TECHNICAL_ACKNOWLEDGEMENT)) {
            return;
        }
        long issued = order.confirmedAt() + dice.between(20 * Micros.SECOND, 10 * Micros.MINUTE);
        TechnicalOutcome outcome =
                dice.chance(0.03) ? TechnicalOutcome.REJECTED : TechnicalOutcome.ACCEPTED;
        new SupplierPen(pen, order)
                .say(
                        SupplierPen.Paper.original(
                                "TA-" + order.id(), issued, issued + 5 * Micros.SECOND),
                        null,
                        null,
                        new TechnicalAcknowledgement("C" + order.id(), outcome),
                        List.of());
    }

    private void ship(Order order, long arrival, List<Shipment.Load> loads) {
        Shipment shipment = new Shipment(ids.nextShipment(), arrival, loads);
        new ShipmentStory(order, dice.split(), new SupplierPen(pen, order)).tell(shipment);
    }

    /** Somebody who is not the order's supplier sends a ship notice for it. */
    private void stranger(Order order, Item item) {
        if (!dice.chance(strangers)) {
            return;
        }
        long issued = order.confirmedAt() + dice.between(Micros.DAY, 3 * Micros.DAY);
        String number = "ASN-S" + item.lineId();
        ShipNotice notice =
                new ShipNotice(number, pen.instant(issued), null, Pen.decimal(1), item.unit());
        new SupplierPen(strangersPen, order)
                .sayAs(
                        order.vendor().other(),
                        new SupplierPen.Paper(
                                number, DocumentPurpose.ORIGINAL, issued, issued + Micros.MINUTE),
                        item,
                        new LineReference(null, null, item.lineNumber(), null, null, null),
                        notice,
                        List.of());
    }
}
