package io.milepost.scenarios.events;

import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;

/** What suppliers send: answers, ship notices, invoices, holds and claims. */
public final class Supplier {

    private final Papers papers;

    private Supplier(Papers papers) {
        this.papers = papers;
    }

    /** Adds the suppliers' sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Papers papers = new Papers(story);
        Confirmations.teach(vocabulary, papers);
        Shipping.teach(vocabulary, papers);
        Supplier supplier = new Supplier(papers);
        String priced = " <quantity> at <price>" + About.PATTERN + " as <name>";
        vocabulary
                .add(Papers.WHO + " invoices" + priced, supplier::invoices)
                .add(Papers.WHO + " credits" + priced, supplier::credits)
                .add(
                        Papers.WHO + " cancels (?:invoice|credit note) <name>",
                        w -> papers.cancel(w, w.word(2)))
                .add(
                        Papers.WHO + " holds <quantity>" + About.PATTERN + " for quality as <name>",
                        supplier::holds)
                .add(Papers.WHO + " releases hold <name>", supplier::releases)
                .add(
                        Papers.WHO
                                + " is told of a claim for <quantity>"
                                + About.PATTERN
                                + " as <name>",
                        supplier::claims)
                .add(
                        Papers.WHO + " is told that claim <name> is dropped",
                        w -> papers.cancel(w, w.word(2)));
    }

    private void invoices(Words words) {
        About line = About.parse(words.word(4));
        papers.send(
                words,
                words.word(5),
                line,
                Invoice.newBuilder()
                        .setQuantity(words.quantity(2).amount())
                        .setUnit(words.quantity(2).unitOr(papers.unit(line)))
                        .setUnitPrice(words.price(3))
                        .setCurrency("EUR")
                        .build());
    }

    private void credits(Words words) {
        About line = About.parse(words.word(4));
        papers.send(
                words,
                words.word(5),
                line,
                CreditNote.newBuilder()
                        .setQuantity(words.quantity(2).amount())
                        .setUnit(words.quantity(2).unitOr(papers.unit(line)))
                        .setUnitPrice(words.price(3))
                        .setCurrency("EUR")
                        .build());
    }

    private void holds(Words words) {
        About line = About.parse(words.word(3));
        papers.send(
                words,
                words.word(4),
                line,
                QualityHold.newBuilder()
                        .setHoldId(words.word(4))
                        .setQuantity(words.quantity(2).amount())
                        .setUnit(words.quantity(2).unitOr(papers.unit(line)))
                        .build());
    }

    private void releases(Words words) {
        Papers.Paper hold = papers.sent(words.word(2));
        QualityHold released =
                QualityHold.newBuilder((QualityHold) hold.body()).setReleased(true).build();
        papers.send(words, words.word(2), hold.about(), released);
    }

    private void claims(Words words) {
        About line = About.parse(words.word(3));
        papers.send(
                words,
                words.word(4),
                line,
                ReturnClaim.newBuilder()
                        .setClaimId(words.word(4))
                        .setQuantity(words.quantity(2).amount())
                        .setUnit(words.quantity(2).unitOr(papers.unit(line)))
                        .build());
    }
}
