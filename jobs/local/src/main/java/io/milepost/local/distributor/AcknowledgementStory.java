package io.milepost.local.distributor;

import io.milepost.events.Acknowledgement;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a supplier answers to one line, once or twice.
 *
 * <p>A second answer follows only a first one that asks nobody to act, and a document is replaced
 * only where it had accepted the line as planned. So what Odoo must be asked for depends on what
 * was said, and not on how topics were interleaved while it was read.
 */
final class AcknowledgementStory {

    private final Order order;
    private final Item item;
    private final LineReference name;
    private final Dice dice;
    private final SupplierPen supplier;
    private final int confirmed;
    private final String number;
    private double delayed = 0.01;

    /**
     * @param confirmed the quantity that was ordered when the supplier answered
     */
    AcknowledgementStory(
            Order order,
            Item item,
            LineReference name,
            Dice dice,
            SupplierPen supplier,
            int confirmed) {
        this.order = order;
        this.item = item;
        this.name = name;
        this.dice = dice;
        this.supplier = supplier;
        this.confirmed = confirmed;
        this.number = "ACK-" + order.id();
    }

    Commitment tell(Fate fate) {
        if (!order.isAcknowledged()) {
            return Commitment.none(order);
        }
        return switch (fate) {
            case CANCELLED, SILENT -> answer(accepted(order.plannedAt()), order.plannedAt());
            case REJECTED -> answer(part(1, LineAnswer.REJECTED, confirmed, null));
            case SHORT -> dice.chance(0.5) && confirmed > 1 ? lessThanOrdered() : plain();
            case NORMAL -> normal();
        };
    }

    private Commitment normal() {
        boolean again = dice.chance(Habits.SECOND_ACKNOWLEDGEMENT);
        delayed = again ? 0.15 : delayed;
        double share = dice.share();
        if (share < 0.04 && confirmed > 1) {
            return inTwoParts();
        }
        Commitment first;
        if (share < 0.13) {
            int days = dice.chance(0.15) ? -1 : dice.between(1, 8);
            long promised = order.plannedAt() + days * Micros.DAY;
            first = answer(part(1, LineAnswer.CHANGED, confirmed, promised), promised);
        } else if (share < 0.145) {
            first = answer(part(1, LineAnswer.SUBSTITUTED, confirmed, order.plannedAt()));
        } else if (share < 0.18) {
            first = answer(part(1, LineAnswer.ACCEPTED, confirmed, null));
        } else {
            first = plain();
        }
        return again ? changedAgain(first) : first;
    }

    private Commitment plain() {
        return answer(accepted(order.plannedAt()), order.plannedAt());
    }

    private Commitment lessThanOrdered() {
        int less = Math.max(1, confirmed / 2);
        return answer(part(1, LineAnswer.CHANGED, less, order.plannedAt()));
    }

    private Commitment inTwoParts() {
        int first = Math.max(1, confirmed * 6 / 10);
        long later = order.plannedAt() + dice.between(3, 8) * Micros.DAY;
        LineAnswer answer = dice.chance(0.4) ? LineAnswer.BACKORDERED : LineAnswer.CHANGED;
        long known = knownAfter(order.acknowledgedAt());
        write(
                SupplierPen.Paper.original(number, order.acknowledgedAt(), known),
                List.of(
                        part(1, LineAnswer.ACCEPTED, first, order.plannedAt()),
                        part(2, answer, confirmed - first, later)));
        return new Commitment(later, order.plannedAt(), false, known);
    }

    /** A later date, in a new document or in place of the first; some overtake the first. */
    private Commitment changedAgain(Commitment first) {
        long promised = first.promise() + dice.between(1, 5) * Micros.DAY;
        long issued = order.acknowledgedAt() + dice.between(Micros.DAY, 4 * Micros.DAY);
        boolean replaces = first.asPlanned() && dice.chance(0.3);
        SupplierPen.Paper paper =
                new SupplierPen.Paper(
                        replaces ? number : number + "B",
                        replaces ? DocumentPurpose.REPLACE : DocumentPurpose.ORIGINAL,
                        issued,
                        knownAfter(issued));
        write(paper, List.of(part(1, LineAnswer.CHANGED, confirmed, promised)));
        return new Commitment(
                promised, Order.NEVER, false, Math.max(first.lastKnown(), paper.knownAt()));
    }

    private Commitment answer(ScheduleLine part) {
        return answer(part, order.plannedAt());
    }

    private Commitment answer(ScheduleLine part, long promise) {
        long late = dice.chance(delayed) ? dice.between(2 * Micros.DAY, 5 * Micros.DAY) : 0;
        long known = knownAfter(order.acknowledgedAt()) + late;
        write(SupplierPen.Paper.original(number, order.acknowledgedAt(), known), List.of(part));
        boolean asPlanned = part.getAnswer() == LineAnswer.ACCEPTED && promise == order.plannedAt();
        return new Commitment(promise, Order.NEVER, asPlanned, known);
    }

    private void write(SupplierPen.Paper paper, List<ScheduleLine> schedule) {
        supplier.say(paper, item, name, new Acknowledgement(schedule, null, false), List.of());
    }

    private long knownAfter(long issued) {
        return issued + dice.between(5 * Micros.SECOND, 10 * Micros.MINUTE);
    }

    private ScheduleLine accepted(long promisedAt) {
        return part(1, LineAnswer.ACCEPTED, confirmed, promisedAt);
    }

    private ScheduleLine part(int part, LineAnswer answer, int quantity, Long promisedAt) {
        return new ScheduleLine(
                part,
                answer,
                Pen.decimal(BigDecimal.valueOf(quantity)),
                item.unit(),
                promisedAt == null ? null : supplier.pen().instant(promisedAt),
                null);
    }
}
