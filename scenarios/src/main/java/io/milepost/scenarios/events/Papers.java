package io.milepost.scenarios.events;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Reference;
import io.milepost.events.SupplierEvent;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents that suppliers have sent, by their numbers, and how they are sent. */
final class Papers {

    private static final String THE_SUPPLIER = "the supplier";

    /** Expression of who speaks, with one group. */
    static final String WHO = "(the supplier|partner [a-z]+)";

    private final Chronicle story;
    private final Map<String, Paper> sent = new HashMap<>();

    /** A document that was sent: what it said, of which line. */
    record Paper(About about, Object body, List<Reference> references) {}

    Papers(Chronicle story) {
        this.story = story;
    }

    /** The partner that the first gap names. */
    static String partner(Words words) {
        String who = words.word(1);
        return who.equals(THE_SUPPLIER) ? Chronicle.VENDOR : who.substring(who.indexOf(' ') + 1);
    }

    /** A number that was given, or the next one of a kind. */
    String number(String given, String kind) {
        return given == null ? kind + (sent.size() + 1) : given;
    }

    /** The document of a number, as it was sent last. */
    Paper sent(String number) {
        Paper paper = sent.get(number);
        if (paper == null) {
            throw new IllegalArgumentException(
                    "expected one of the documents " + sent.keySet() + " but found " + number);
        }
        return paper;
    }

    void send(Words words, String number, About about, Object body) {
        send(words, number, DocumentPurpose.ORIGINAL, new Paper(about, body, List.of()));
    }

    /** The same document is taken back. */
    void cancel(Words words, String number) {
        send(words, number, DocumentPurpose.CANCEL, sent(number));
    }

    void send(Words words, String number, DocumentPurpose purpose, Paper paper) {
        sent.put(number, paper);
        Timing timing = words.timing();
        SupplierEvent event =
                SupplierEvent.newBuilder()
                        .setEnvelope(story.envelope(timing, partner(words), paper.references()))
                        .setDocument(
                                Document.newBuilder()
                                        .setNumber(number)
                                        .setPurpose(purpose)
                                        .setIssuedAt(timing.recorded())
                                        .build())
                        .setOrderName(Chronicle.ORDER_NAME)
                        .setLine(paper.about().reference())
                        .setBody(paper.body())
                        .build();
        story.tellOfOrder(timing, Catalogue.SUPPLIER_EVENTS, event);
    }

    /** The unit of the line that is meant. */
    String unit(About about) {
        return story.unitOf(about.line());
    }
}
