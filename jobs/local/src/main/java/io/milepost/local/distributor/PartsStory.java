package io.milepost.local.distributor;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineAnswer;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * How a supplier promises one line in two or three parts, in one acknowledgement or in two that add
 * up. What comes in the second is on back-order: so somebody has to look at it either way.
 */
final class PartsStory {

    private final Order order;
    private final Dice dice;
    private final AcknowledgementPen pen;
    private final int confirmed;

    /**
     * @param confirmed how much is promised in all; more than 3
     */
    PartsStory(Order order, Dice dice, AcknowledgementPen pen, int confirmed) {
        this.order = order;
        this.dice = dice;
        this.pen = pen;
        this.confirmed = confirmed;
    }

    Commitment tell(String number) {
        List<Part> parts = parts();
        boolean added = dice.chance(0.3);
        List<ScheduleLine> schedule = new ArrayList<>();
        for (Part part : parts) {
            int place = schedule.size() + 1;
            LineAnswer later =
                    added || dice.chance(0.4) ? LineAnswer.BACKORDERED : LineAnswer.CHANGED;
            schedule.add(
                    pen.part(
                            place,
                            place == 1 ? LineAnswer.ACCEPTED : later,
                            part.quantity(),
                            part.arrival()));
        }
        return Commitment.inParts(parts, added ? inTwo(number, schedule) : inOne(number, schedule));
    }

    private long inOne(String number, List<ScheduleLine> schedule) {
        return pen.say(
                number,
                DocumentPurpose.ORIGINAL,
                order.acknowledgedAt(),
                0,
                schedule.toArray(ScheduleLine[]::new));
    }

    private long inTwo(String number, List<ScheduleLine> schedule) {
        long first =
                pen.say(
                        number,
                        DocumentPurpose.ORIGINAL,
                        order.acknowledgedAt(),
                        0,
                        schedule.get(0));
        long second =
                pen.add(
                        number + "P",
                        order.acknowledgedAt() + dice.between(Micros.HOUR, 2 * Micros.DAY),
                        schedule.subList(1, schedule.size()));
        return Math.max(first, second);
    }

    /** Mostly the first part comes when the line is planned, some a little earlier. */
    private List<Part> parts() {
        int count = dice.between(2, 3);
        int left = confirmed;
        long date = order.plannedAt() - (dice.chance(0.3) ? Micros.DAY : 0);
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int quantity = i == count ? left : Math.max(1, left * dice.between(3, 6) / 10);
            parts.add(new Part(quantity, date));
            left -= quantity;
            date += dice.between(3, 6) * Micros.DAY;
        }
        return parts;
    }
}
