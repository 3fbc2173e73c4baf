package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryNote;
import io.milepost.events.DeliveryStage;
import io.milepost.events.Interchange;
import io.milepost.events.PartnerChannel;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerFormat;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.SentLine;
import io.milepost.events.TechnicalOutcome;
import io.milepost.partners.delivery.WrittenDocument;
import io.milepost.state.StableId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What is written of deliveries. */
final class Entries {

    private Entries() {}

    /** An entry of a document that is about to be sent. */
    static PartnerDelivery intended(
            PartnerOutbound document,
            DeliveryProfiles.Addressee addressee,
            long controlNumber,
            WrittenDocument written,
            int attempt,
            Instant now) {
        PartnerDelivery entry = new PartnerDelivery();
        entry.setDocumentId(document.getDocumentId());
        entry.setStage(DeliveryStage.INTENDED);
        entry.setInstance(document.getInstance());
        entry.setCompany(document.getCompany());
        entry.setPartner(document.getPartner());
        entry.setProfile(addressee.profile().name());
        entry.setProfileVersion(addressee.version());
        entry.setMessageType(written.messageType());
        entry.setControlNumber(controlNumber);
        entry.setOrderId(document.getOrderId());
        entry.setOrderName(document.getOrderName());
        entry.setLines(
                document.getLines().stream()
                        .map(line -> new SentLine(line.getLineId(), line.getNumber()))
                        .toList());
        entry.setAttempts(attempt);
        entry.setAt(micros(now));
        entry.setPayload(ByteBuffer.wrap(written.bytes()));
        return entry;
    }

    /** What a document is about, for people. */
    static String subject(PartnerOutbound document) {
        return document.getReply() == null
                ? document.getOrderName()
                : "what came in as "
                        + Objects.requireNonNullElse(
                                document.getReply().getControlNumber(),
                                document.getReply().getReceiptId());
    }

    /** The same further on. */
    static PartnerDelivery at(
            PartnerDelivery entry, DeliveryStage stage, String reason, Instant now) {
        PartnerDelivery later = copy(entry);
        later.setStage(stage);
        later.setReason(reason);
        later.setAt(micros(now));
        return later;
    }

    private static PartnerDelivery copy(PartnerDelivery entry) {
        return PartnerDelivery.newBuilder(entry).build();
    }

    /**
     * What became of a document, as it is told among what partners send.
     *
     * @param said the acknowledgement that says so; empty where it only left
     */
    static PartnerInbound note(
            PartnerDelivery entry, TechnicalOutcome outcome, String said, Instant at) {
        DeliveryNote note = new DeliveryNote();
        note.setDocumentId(entry.getDocumentId());
        note.setControlNumber(entry.getControlNumber());
        note.setOutcome(outcome);
        note.setSaid(said);
        note.setInstance(entry.getInstance());
        note.setCompany(entry.getCompany());
        note.setPartner(entry.getPartner());
        note.setOrderId(entry.getOrderId());
        note.setOrderName(entry.getOrderName());
        note.setLines(entry.getLines());
        note.setAt(micros(at));
        PartnerInbound inbound = new PartnerInbound();
        String id = StableId.of(entry.getDocumentId(), outcome.name(), said);
        inbound.setReceiptId(id);
        inbound.setProfile(entry.getProfile());
        inbound.setChannel(PartnerChannel.UNKNOWN);
        inbound.setFormat(PartnerFormat.UNKNOWN);
        inbound.setOriginalSha256("");
        inbound.setOriginalLength(0);
        inbound.setInterchangeNumber(1);
        inbound.setInterchange(new Interchange(null, null, null, null));
        inbound.setBody(note);
        return inbound;
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
