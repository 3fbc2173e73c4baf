package io.milepost.pipelines.partners;

import io.milepost.events.DeliveryNote;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.PartnerInbound;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.SentLine;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.state.StableId;
import io.milepost.state.correlation.LineNumber;
import java.time.Instant;
import java.util.List;

/**
 * Makes events of what became of a document that was sent: of each of its lines that it left, or
 * how the partner's system took it.
 */
final class DeliveryNotes {

    private DeliveryNotes() {}

    /** The name that a note is known by when it comes again. */
    static String name(PartnerInbound piece) {
        return "note/" + piece.getReceiptId();
    }

    /** The events of a note that became known at a time. */
    static List<SupplierEvent> events(PartnerInbound piece, DeliveryNote note, Instant knownAt) {
        return note.getLines().stream().map(line -> event(piece, note, line, knownAt)).toList();
    }

    private static SupplierEvent event(
            PartnerInbound piece, DeliveryNote note, SentLine line, Instant knownAt) {
        Envelope envelope = new Envelope();
        envelope.setEventId(StableId.of(piece.getReceiptId(), Long.toString(line.getLineId())));
        envelope.setSourceSystem(LineNumber.TELLER);
        envelope.setInstance(note.getInstance());
        envelope.setCompany(note.getCompany());
        envelope.setPartner(note.getPartner());
        envelope.setOccurredAt(note.getAt());
        envelope.setRecordedAt(note.getAt());
        envelope.setKnownAt(knownAt);
        envelope.setReferences(
                List.of(new Reference(ReferenceType.PURCHASE_ORDER, note.getOrderName())));
        LineReference reference = new LineReference();
        reference.setOrderId(note.getOrderId());
        reference.setLineId(line.getLineId());
        reference.setLineNumber(line.getNumber());
        String number = Long.toString(note.getControlNumber());
        return new SupplierEvent(
                envelope,
                new Document(
                        note.getDocumentId() + "/" + note.getOutcome(),
                        DocumentPurpose.ORIGINAL,
                        note.getAt(),
                        number),
                note.getOrderName(),
                reference,
                new TechnicalAcknowledgement(number, note.getOutcome()));
    }
}
