package io.milepost.scenarios.events;

import io.milepost.events.Acknowledgement;
import io.milepost.events.LineAnswer;
import io.milepost.events.ScheduleLine;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.WholeAnswer;
import io.milepost.scenarios.words.Moments;
import io.milepost.scenarios.words.Quantity;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the supplier answers to the order. */
final class Confirmations {

    private static final String PART = "<quantity> for <time>";

    private final Papers papers;

    private Confirmations(Papers papers) {
        this.papers = papers;
    }

    static void teach(Vocabulary vocabulary, Papers papers) {
        Confirmations supplier = new Confirmations(papers);
        String ending = About.PATTERN + "(?: as <name>)?";
        String calling = ", calling the order <name>";
        vocabulary
                .add(
                        Papers.WHO + " (confirms|adds) " + PART + ending,
                        w -> supplier.confirms(w, w.word(5), w.word(6), 1))
                .add(
                        Papers.WHO + " (confirms|adds) " + PART + " and " + PART + ending,
                        w -> supplier.confirms(w, w.word(7), w.word(8), 2))
                .add(
                        Papers.WHO + " confirms " + PART + ending + calling,
                        supplier::confirmsAndNames)
                .add(Papers.WHO + " answers" + ending, supplier::answers)
                .add(
                        Papers.WHO + " (accepts|rejects) the whole order(?: for <time>)?",
                        supplier::answersAtOnce)
                .add(
                        Papers.WHO + " takes acknowledgement <name> back",
                        w -> papers.cancel(w, w.word(2)))
                .add(
                        Papers.WHO + "'s system (accepts|accepts with errors|rejects) the order",
                        supplier::technical);
    }

    private void confirms(Words words, String about, String number, int parts) {
        List<ScheduleLine> schedule = new ArrayList<>();
        About line = About.parse(about);
        for (int part = 1; part <= parts; part++) {
            schedule.add(
                    part(
                            part,
                            LineAnswer.ACCEPTED,
                            words.quantity(1 + 2 * part),
                            papers.unit(line),
                            words.moment(2 + 2 * part),
                            null));
        }
        send(words, number, line, schedule, words.word(2).equals("adds"));
    }

    private void confirmsAndNames(Words words) {
        About line = About.parse(words.word(4));
        ScheduleLine whole =
                part(
                        1,
                        LineAnswer.ACCEPTED,
                        words.quantity(2),
                        papers.unit(line),
                        words.moment(3),
                        null);
        papers.send(
                words,
                papers.number(words.word(5), "A"),
                line,
                Acknowledgement.newBuilder()
                        .setSchedule(List.of(whole))
                        .setVendorReference(words.word(6))
                        .build());
    }

    /** A document that says yes or no to the order and repeats no line of it. */
    private void answersAtOnce(Words words) {
        boolean accepts = words.word(2).equals("accepts");
        papers.send(
                words,
                papers.number(null, "A"),
                new About(null, 1),
                Acknowledgement.newBuilder()
                        .setSchedule(List.of())
                        .setWhole(
                                new WholeAnswer(
                                        accepts ? LineAnswer.ACCEPTED : LineAnswer.REJECTED,
                                        words.moment(3)))
                        .build());
    }

    private void answers(Words words) {
        About line = About.parse(words.word(2));
        List<ScheduleLine> schedule = new ArrayList<>();
        for (Map<String, String> row : words.rows()) {
            String promised = row.get("promised for");
            String price = row.get("price");
            schedule.add(
                    part(
                            schedule.size() + 1,
                            LineAnswer.valueOf(
                                    row.get("answer").toUpperCase(Locale.ROOT).replace(' ', '_')),
                            Quantity.parse(row.get("quantity")),
                            papers.unit(line),
                            promised == null ? null : Moments.parse(promised),
                            price == null ? null : new BigDecimal(price).setScale(6)));
        }
        send(words, words.word(3), line, schedule, false);
    }

    private void send(
            Words words, String number, About line, List<ScheduleLine> schedule, boolean adds) {
        papers.send(
                words,
                papers.number(number, "A"),
                line,
                Acknowledgement.newBuilder().setSchedule(schedule).setAdds(adds).build());
    }

    private static ScheduleLine part(
            int number,
            LineAnswer answer,
            Quantity quantity,
            String unit,
            Instant promised,
            BigDecimal price) {
        return new ScheduleLine(
                number, answer, quantity.amount(), quantity.unitOr(unit), promised, price);
    }

    private void technical(Words words) {
        TechnicalOutcome outcome =
                switch (words.word(2)) {
                    case "accepts" -> TechnicalOutcome.ACCEPTED;
                    case "rejects" -> TechnicalOutcome.REJECTED;
                    default -> TechnicalOutcome.ACCEPTED_WITH_ERRORS;
                };
        papers.send(
                words,
                papers.number(null, "T"),
                new About(null, 1),
                TechnicalAcknowledgement.newBuilder()
                        .setAcknowledgedControlNumber("000000001")
                        .setOutcome(outcome)
                        .build());
    }
}
