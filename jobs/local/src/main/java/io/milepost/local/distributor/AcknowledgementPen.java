package io.milepost.local.distributor;

import io.milepost.events.Acknowledgement;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.List;

/** Writes the acknowledgements of one line. Times are microseconds since the story's start. */
final class AcknowledgementPen {

    private final SupplierPen supplier;
    private final Item item;
    private final LineReference name;
    private final Dice dice;

    AcknowledgementPen(SupplierPen supplier, Item item, LineReference name, Dice dice) {
        this.supplier = supplier;
        this.item = item;
        this.name = name;
        this.dice = dice;
    }

    /** Says parts, and returns when that became known. */
    long say(
            String number,
            DocumentPurpose purpose,
            long issued,
            long delay,
            ScheduleLine... parts) {
        return write(number, purpose, issued, delay, false, List.of(parts));
    }

    /** Says parts that come on top of what was said before. */
    long add(String number, long issued, List<ScheduleLine> parts) {
        return write(number, DocumentPurpose.ORIGINAL, issued, 0, true, parts);
    }

    private long write(
            String number,
            DocumentPurpose purpose,
            long issued,
            long delay,
            boolean adds,
            List<ScheduleLine> parts) {
        long known = issued + delay + dice.between(5 * Micros.SECOND, 10 * Micros.MINUTE);
        supplier.say(
                new SupplierPen.Paper(number, purpose, issued, known),
                item,
                name,
                new Acknowledgement(parts, null, adds, supplier.ownNumber(), null),
                List.of());
        return known;
    }

    ScheduleLine part(int part, LineAnswer answer, int quantity, Long promisedAt) {
        return new ScheduleLine(
                part,
                answer,
                Pen.decimal(BigDecimal.valueOf(quantity)),
                item.unit(),
                promisedAt == null ? null : supplier.pen().instant(promisedAt),
                null);
    }
}
