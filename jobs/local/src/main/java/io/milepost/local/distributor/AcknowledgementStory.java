package io.milepost.local.distributor;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineAnswer;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;

/**
 * What a supplier answers to one line, once or twice.
 *
 * <p>A second answer follows only a first one that asks nobody to act, and a document is replaced
 * or taken back only where it had accepted the line as planned. So what Odoo must be asked for
 * depends on what was said, and not on how topics were interleaved while it was read.
 */
final class AcknowledgementStory {

    private final Order order;
    private final Dice dice;
    private final AcknowledgementPen pen;
    private final int confirmed;
    private final String number;
    private double delayed = 0.01;

    /**
     * @param confirmed the quantity that was ordered when the supplier answered
     */
    AcknowledgementStory(Order order, Dice dice, AcknowledgementPen pen, int confirmed) {
        this.order = order;
        this.dice = dice;
        this.pen = pen;
        this.confirmed = confirmed;
        this.number = "ACK-" + order.id();
    }

    Commitment tell(Fate fate) {
        if (!order.isAcknowledged()) {
            return Commitment.none(order);
        }
        return switch (fate) {
            case CANCELLED, SILENT -> plain();
            case REJECTED -> answer(pen.part(1, LineAnswer.REJECTED, confirmed, null));
            case SHORT -> dice.chance(0.5) && confirmed > 1 ? lessThanOrdered() : plain();
            case NORMAL -> normal();
        };
    }

    private Commitment normal() {
        boolean again = dice.chance(Habits.SECOND_ACKNOWLEDGEMENT);
        delayed = again ? 0.15 : delayed;
        double share = dice.share();
        if (share < Habits.PROMISED_IN_PARTS && confirmed > 3) {
            return new PartsStory(order, dice, pen, confirmed).tell(number);
        }
        Commitment first;
        if (share < 0.15) {
            int days = dice.chance(0.15) ? -1 : dice.between(1, 8);
            long promised = order.plannedAt() + days * Micros.DAY;
            first = answer(pen.part(1, LineAnswer.CHANGED, confirmed, promised), promised);
        } else if (share < 0.165) {
            first = answer(pen.part(1, LineAnswer.SUBSTITUTED, confirmed, order.plannedAt()));
        } else if (share < 0.20) {
            first = answer(pen.part(1, LineAnswer.ACCEPTED, confirmed, null));
        } else {
            first = plain();
        }
        if (first.asPlanned() && dice.chance(Habits.ACKNOWLEDGEMENT_TAKEN_BACK)) {
            return takenBack(first);
        }
        return again ? changedAgain(first) : first;
    }

    private Commitment plain() {
        return answer(accepted(order.plannedAt()));
    }

    private Commitment lessThanOrdered() {
        int less = Math.max(1, confirmed / 2);
        return answer(pen.part(1, LineAnswer.CHANGED, less, order.plannedAt()));
    }

    /** A later date, in a new document or in place of the first; some overtake the first. */
    private Commitment changedAgain(Commitment first) {
        long promised = first.promise() + dice.between(1, 5) * Micros.DAY;
        long issued = order.acknowledgedAt() + dice.between(Micros.DAY, 4 * Micros.DAY);
        boolean replaces = first.asPlanned() && dice.chance(0.3);
        long known =
                pen.say(
                        replaces ? number : number + "B",
                        replaces ? DocumentPurpose.REPLACE : DocumentPurpose.ORIGINAL,
                        issued,
                        0,
                        pen.part(1, LineAnswer.CHANGED, confirmed, promised));
        return Commitment.whole(promised, false, Math.max(first.lastKnown(), known));
    }

    /** The document is taken back, and the same, or a later date, is said in another one. */
    private Commitment takenBack(Commitment first) {
        long issued = order.acknowledgedAt() + dice.between(2 * Micros.HOUR, 2 * Micros.DAY);
        long taken =
                pen.say(number, DocumentPurpose.CANCEL, issued, 0, accepted(order.plannedAt()));
        long promised =
                order.plannedAt() + (dice.chance(0.5) ? dice.between(1, 4) : 0) * Micros.DAY;
        long known =
                pen.say(
                        number + "N",
                        DocumentPurpose.ORIGINAL,
                        issued + dice.between(Micros.HOUR, Micros.DAY),
                        0,
                        accepted(promised));
        return Commitment.whole(
                promised, false, Math.max(first.lastKnown(), Math.max(taken, known)));
    }

    private Commitment answer(ScheduleLine part) {
        return answer(part, order.plannedAt());
    }

    private Commitment answer(ScheduleLine part, long promise) {
        long late = dice.chance(delayed) ? dice.between(2 * Micros.DAY, 5 * Micros.DAY) : 0;
        long known = pen.say(number, DocumentPurpose.ORIGINAL, order.acknowledgedAt(), late, part);
        boolean asPlanned = part.getAnswer() == LineAnswer.ACCEPTED && promise == order.plannedAt();
        return Commitment.whole(promise, asPlanned, known);
    }

    private ScheduleLine accepted(long promisedAt) {
        return pen.part(1, LineAnswer.ACCEPTED, confirmed, promisedAt);
    }
}
