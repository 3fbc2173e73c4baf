package io.milepost.scenarios.events;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.util.List;
import java.util.Map;

/** How the order is sent to the supplier, under numbers of its lines. */
public final class Dispatch {

    private static final String SENDER = "partner-delivery";

    private final Chronicle story;
    private int documents;

    private Dispatch(Chronicle story) {
        this.story = story;
    }

    /** Adds the sentences about sending. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        vocabulary.add("the order is sent with these numbers", new Dispatch(story)::sends);
    }

    private void sends(Words words) {
        String number = Integer.toString(++documents);
        for (Map<String, String> row : words.rows()) {
            tell(
                    words.timing(),
                    number,
                    LineReference.newBuilder()
                            .setOrderId(Chronicle.ORDER)
                            .setLineId(Chronicle.lineId(Integer.parseInt(row.get("line"))))
                            .setLineNumber(Integer.parseInt(row.get("number")))
                            .build());
        }
    }

    private void tell(Timing timing, String number, LineReference line) {
        Envelope envelope = story.envelope(timing, Chronicle.VENDOR, List.of());
        envelope.setSourceSystem(SENDER);
        SupplierEvent event =
                SupplierEvent.newBuilder()
                        .setEnvelope(envelope)
                        .setDocument(
                                Document.newBuilder()
                                        .setNumber("order-" + number)
                                        .setPurpose(DocumentPurpose.ORIGINAL)
                                        .setIssuedAt(timing.recorded())
                                        .build())
                        .setOrderName(Chronicle.ORDER_NAME)
                        .setLine(line)
                        .setBody(new TechnicalAcknowledgement(number, TechnicalOutcome.SENT))
                        .build();
        story.tellOfOrder(timing, Catalogue.SUPPLIER_EVENTS, event);
    }
}
