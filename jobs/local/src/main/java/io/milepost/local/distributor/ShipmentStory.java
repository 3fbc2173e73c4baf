package io.milepost.local.distributor;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.local.feed.Micros;
import java.util.List;

/** How a shipment leaves, what its ship notice says, and what the carrier reports on its way. */
final class ShipmentStory {

    private final Order order;
    private final Dice dice;
    private final SupplierPen supplier;

    ShipmentStory(Order order, Dice dice, SupplierPen supplier) {
        this.order = order;
        this.dice = dice;
        this.supplier = supplier;
    }

    void tell(Shipment shipment) {
        if (dice.chance(Habits.NO_SHIP_NOTICE)) {
            return;
        }
        long transit = dice.between(26 * Micros.HOUR, 6 * Micros.DAY);
        long shippedAt =
                Math.max(order.confirmedAt() + 2 * Micros.HOUR, shipment.arrival() - transit);
        long issuedAt = Math.max(order.confirmedAt() + Micros.HOUR, shippedAt + noticeDelay());
        String tracking = "TRK" + order.vendor().id() + shipment.number();
        notices(shipment, tracking, shippedAt, issuedAt);
        if (dice.chance(Habits.CARRIER_REPORTS)) {
            new CarrierStory(supplier.pen(), order.terms().company(), dice.split(), tracking)
                    .tell(shippedAt, shipment.arrival());
        }
    }

    /** Mostly within the hour, some late, a few ahead of the goods. */
    private long noticeDelay() {
        double share = dice.share();
        if (share < 0.70) {
            return dice.between(5 * Micros.MINUTE, Micros.HOUR);
        } else if (share < 0.83) {
            return dice.between(Micros.HOUR, Micros.DAY);
        } else if (share < 0.95) {
            return dice.between(Micros.DAY, 3 * Micros.DAY);
        }
        return -dice.between(2 * Micros.HOUR, 20 * Micros.HOUR);
    }

    /** The notice; some are replaced by a better one, some cancelled for one of another number. */
    private void notices(Shipment shipment, String tracking, long shippedAt, long issuedAt) {
        String number = "ASN-" + shipment.number();
        long later = issuedAt + dice.between(2 * Micros.HOUR, 10 * Micros.HOUR);
        double share = dice.share();
        if (share < 0.01) {
            notice(
                    shipment,
                    paper(number, DocumentPurpose.ORIGINAL, issuedAt),
                    shippedAt,
                    "X" + tracking);
            notice(
                    shipment,
                    paper(number, DocumentPurpose.CANCEL, later),
                    shippedAt,
                    "X" + tracking);
            notice(
                    shipment,
                    paper(number + "N", DocumentPurpose.ORIGINAL, later),
                    shippedAt,
                    tracking);
            return;
        }
        notice(shipment, paper(number, DocumentPurpose.ORIGINAL, issuedAt), shippedAt, tracking);
        if (share < 0.03) {
            notice(
                    shipment,
                    paper(number, DocumentPurpose.REPLACE, later),
                    shippedAt + Micros.HOUR,
                    tracking);
        }
    }

    private SupplierPen.Paper paper(String number, DocumentPurpose purpose, long issuedAt) {
        long known = issuedAt + dice.between(10 * Micros.SECOND, 10 * Micros.MINUTE);
        return new SupplierPen.Paper(number, purpose, issuedAt, known);
    }

    private void notice(
            Shipment shipment, SupplierPen.Paper paper, long shippedAt, String tracking) {
        Pen pen = supplier.pen();
        List<Reference> references =
                List.of(new Reference(ReferenceType.TRACKING_NUMBER, tracking));
        for (Shipment.Load load : shipment.loads()) {
            ShipNotice notice =
                    new ShipNotice(
                            paper.number(),
                            pen.instant(shippedAt),
                            pen.instant(Micros.startOfDay(shipment.arrival()) + 12 * Micros.HOUR),
                            Pen.decimal(load.quantity()),
                            load.item().unit());
            supplier.say(paper, load.item(), load.name(), notice, references);
        }
    }
}
