package io.milepost.partners.canonical;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.partners.message.InterchangeHeader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The document of a message, and what all of its events have in common. */
final class Paper {

    private final Speaker speaker;
    private final InterchangeHeader header;
    private final Arrival arrival;
    private final Document document;
    private final Instant issuedAt;

    private Paper(Speaker speaker, InterchangeHeader header, Arrival arrival, Document document) {
        this.speaker = speaker;
        this.header = header;
        this.arrival = arrival;
        this.document = document;
        this.issuedAt = document.getIssuedAt();
    }

    /**
     * Reads the document of a template's output, or of one of its events.
     *
     * @param needed whether there must be one; carriers' statuses need none
     */
    static Paper read(
            Fields owner,
            boolean needed,
            Speaker speaker,
            InterchangeHeader header,
            Arrival arrival) {
        Fields fields = owner.object("document");
        boolean expected = needed && fields != null;
        if (fields == null) {
            if (needed) {
                owner.findings()
                        .missing(
                                owner.object(),
                                owner.path("document"),
                                "number and time of the document");
            }
            fields = Fields.none(owner.path("document"), owner.findings());
        }
        String number =
                expected
                        ? fields.required("number", "the document's number")
                        : fields.text("number");
        Instant issuedAt = fields.time("issuedAt");
        if (issuedAt == null) {
            issuedAt = header.preparedAt();
        }
        if (issuedAt == null && expected && !fields.has("issuedAt")) {
            fields.findings()
                    .missing(
                            fields.object(),
                            fields.path("issuedAt"),
                            "when the document was issued");
        }
        DocumentPurpose purpose =
                fields.constant("purpose", DocumentPurpose.class, DocumentPurpose.ORIGINAL);
        fields.refuseOthers();
        Document document =
                new Document(
                        number == null ? "" : number,
                        purpose,
                        after(issuedAt == null ? arrival.knownAt() : issuedAt, purpose),
                        header.controlNumber());
        return new Paper(speaker, header, arrival, document);
    }

    /** The document of one event, which mostly is that of the message. */
    Paper of(Fields event) {
        return event.has("document") ? read(event, true, speaker, header, arrival) : this;
    }

    /** What takes a document of the same moment back counts after it; many give a date only. */
    private static Instant after(Instant issuedAt, DocumentPurpose purpose) {
        return switch (purpose) {
            case REPLACE -> issuedAt.plus(1, ChronoUnit.MICROS);
            case CANCEL -> issuedAt.plus(2, ChronoUnit.MICROS);
            default -> issuedAt;
        };
    }

    Document document() {
        return document;
    }

    Speaker speaker() {
        return speaker;
    }

    Arrival arrival() {
        return arrival;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    /** When the sender wrote the message, as far as it says so. */
    Instant recordedAt() {
        return header.preparedAt() == null ? issuedAt : header.preparedAt();
    }

    /**
     * The id of an event of this document. A document that is sent again in another interchange is
     * another message, but the same one that is read twice is not.
     *
     * @param parts what tells the event from others of the document
     */
    String eventId(Object... parts) {
        return EventId.of(
                speaker.instance(),
                speaker.company(),
                speaker.partner(),
                document.getNumber(),
                document.getPurpose(),
                document.getIssuedAt(),
                header.sender(),
                header.receiver(),
                header.controlNumber(),
                header.groupControlNumber(),
                header.messageControlNumber(),
                EventId.of(parts));
    }
}
