package io.milepost.scenarios.events;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.Reference;
import io.milepost.events.ShipNotice;
import io.milepost.scenarios.words.Quantity;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The supplier's ship notices. */
final class Shipping {

    private static final String UNDER = "(?: under (" + References.PATTERN + "))?";

    private final Papers papers;

    private Shipping(Papers papers) {
        this.papers = papers;
    }

    static void teach(Vocabulary vocabulary, Papers papers) {
        Shipping supplier = new Shipping(papers);
        vocabulary
                .add(
                        Papers.WHO
                                + " ships <quantity>"
                                + About.PATTERN
                                + "(?: as <name>)?"
                                + UNDER
                                + "(?:, expected on <time>)?",
                        supplier::ships)
                .add(Papers.WHO + " ships these lines as <name>" + UNDER, supplier::shipsLines)
                .add(
                        Papers.WHO + " replaces ship notice <name> by one of <quantity>",
                        supplier::replaces)
                .add(Papers.WHO + " cancels ship notice <name>", w -> papers.cancel(w, w.word(2)))
                .add(
                        Papers.WHO + " cancels ship notice <name>, repeating none of its lines",
                        supplier::cancelsAtOnce);
    }

    /** A document that names the order and no line of it. */
    private void cancelsAtOnce(Words words) {
        ShipNotice notice =
                ShipNotice.newBuilder()
                        .setShipmentId(words.word(2))
                        .setShippedAt(words.timing().occurred())
                        .setQuantity(BigDecimal.ZERO.setScale(6))
                        .setUnit("C62")
                        .build();
        papers.send(
                words,
                words.word(2),
                DocumentPurpose.CANCEL,
                new Papers.Paper(new About(null, 1), notice, List.of()));
    }

    private void ships(Words words) {
        String number = papers.number(words.word(4), "S");
        ship(
                words,
                number,
                About.parse(words.word(3)),
                words.quantity(2),
                References.parse(words.word(5)),
                words.moment(6));
    }

    /** One notice of several lines: an event of each, under one number. */
    private void shipsLines(Words words) {
        for (Map<String, String> row : words.rows()) {
            ship(
                    words,
                    words.word(2),
                    About.byNumber(Integer.parseInt(row.get("line"))),
                    Quantity.parse(row.get("quantity")),
                    References.parse(words.word(3)),
                    null);
        }
    }

    private void ship(
            Words words,
            String number,
            About line,
            Quantity quantity,
            List<Reference> references,
            Instant arrival) {
        ShipNotice notice =
                ShipNotice.newBuilder()
                        .setShipmentId(number)
                        .setShippedAt(words.timing().occurred())
                        .setEstimatedArrivalAt(arrival)
                        .setQuantity(quantity.amount())
                        .setUnit(quantity.unitOr(papers.unit(line)))
                        .build();
        papers.send(
                words,
                number,
                DocumentPurpose.ORIGINAL,
                new Papers.Paper(line, notice, references));
    }

    /** Whatever it corrects, the goods left when they left. */
    private void replaces(Words words) {
        Papers.Paper first = papers.sent(words.word(2));
        ShipNotice notice =
                ShipNotice.newBuilder((ShipNotice) first.body())
                        .setQuantity(words.quantity(3).amount())
                        .build();
        papers.send(
                words,
                words.word(2),
                DocumentPurpose.REPLACE,
                new Papers.Paper(first.about(), notice, first.references()));
    }
}
