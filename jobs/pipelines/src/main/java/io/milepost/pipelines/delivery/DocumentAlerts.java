package io.milepost.pipelines.delivery;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.state.StableId;

/**
 * Alerts about documents that a partner does not have, or that its system cannot use. They are made
 * of what is written of the document alone, so that they are the same when it comes again.
 */
final class DocumentAlerts {

    private DocumentAlerts() {}

    /** A document and what is the matter with it, in words. */
    static String text(PartnerOutbound document, String why) {
        return "document "
                + document.getDocumentId()
                + " ("
                + document.getKind()
                + " of "
                + Entries.subject(document)
                + ") for partner "
                + document.getPartner()
                + ": "
                + why;
    }

    /** The document was refused or given up; it should have been there since it was made. */
    static SlaAlert missing(PartnerOutbound document, String why) {
        return about(document)
                .setStatus(EpisodeStatus.OPEN)
                .setMessage(text(document, why))
                .build();
    }

    /** It was sent after all. */
    static SlaAlert there(PartnerOutbound document, PartnerDelivery sent) {
        return about(document)
                .setStatus(EpisodeStatus.CLEARED)
                .setClosedAt(sent.getAt())
                .setClosedBy(sent.getDocumentId())
                .setMessage(text(document, "was sent"))
                .build();
    }

    private static SlaAlert.Builder about(PartnerOutbound document) {
        return SlaAlert.newBuilder()
                .setAlertId(
                        StableId.of(AlertKind.DOCUMENT_REFUSED.name(), document.getDocumentId()))
                .setKind(AlertKind.DOCUMENT_REFUSED)
                .setOrderName(document.getReply() == null ? document.getOrderName() : null)
                .setVendor(document.getPartner())
                .setSeverity(Severity.HIGH)
                .setOpenedAt(document.getKnownAt());
    }

    /** Whether a partner's system says that it cannot use a document. */
    static boolean rejects(SupplierEvent said) {
        return said.getBody() instanceof TechnicalAcknowledgement body
                && body.getOutcome() == TechnicalOutcome.REJECTED;
    }

    /**
     * A partner's system says that it cannot use a document of ours.
     *
     * @param orderName the order that the document was about; empty if it was about none
     */
    static SlaAlert rejected(SupplierEvent said, String orderName) {
        String number = ((TechnicalAcknowledgement) said.getBody()).getAcknowledgedControlNumber();
        String partner = PartnerKey.of(said.getEnvelope());
        return SlaAlert.newBuilder()
                .setAlertId(
                        StableId.of(AlertKind.DOCUMENT_REFUSED.name(), partner, orderName, number))
                .setKind(AlertKind.DOCUMENT_REFUSED)
                .setStatus(EpisodeStatus.OPEN)
                .setOrderName(orderName.isEmpty() ? null : orderName)
                .setVendor(said.getEnvelope().getPartner())
                .setSeverity(Severity.HIGH)
                .setOpenedAt(said.getEnvelope().getKnownAt())
                .setMessage(
                        "technical acknowledgement "
                                + said.getDocument().getNumber()
                                + " of partner "
                                + said.getEnvelope().getPartner()
                                + ": its system cannot use what was sent as "
                                + number)
                .build();
    }
}
