package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerInbound;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the document that a partner's system acknowledges, by the number it was sent under. */
final class Acknowledgements {

    /** Group and transaction (997, 999), interchange and message (CONTRL), or one number alone. */
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,9})(?:/.*)?");

    private Acknowledgements() {}

    /** The document; {@code null} if nothing was sent to the partner under that number. */
    static PartnerDelivery find(SupplierEvent said, String partner, Ledger ledger) {
        Matcher number = NUMBER.matcher(body(said).getAcknowledgedControlNumber());
        return number.matches() ? ledger.sentUnder(partner, Long.parseLong(number.group(1))) : null;
    }

    static String unmatched(SupplierEvent said) {
        return "technical acknowledgement "
                + said.getDocument().getNumber()
                + " of partner "
                + said.getEnvelope().getPartner()
                + ": expected the number of a document that was sent to it but found "
                + body(said).getAcknowledgedControlNumber();
    }

    /** What it says, of the order and the lines of the document. */
    static PartnerInbound note(SupplierEvent said, PartnerDelivery sent) {
        return Entries.note(
                sent,
                body(said).getOutcome(),
                said.getEnvelope().getEventId(),
                said.getEnvelope().getOccurredAt());
    }

    private static TechnicalAcknowledgement body(SupplierEvent said) {
        return (TechnicalAcknowledgement) said.getBody();
    }
}
