package io.milepost.pipelines.delivery;

import io.milepost.events.Interchange;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OutboundReply;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.canonical.Speaker;
import io.milepost.partners.edi.EdiReader;
import io.milepost.partners.edi.out.TransactionOutcome;
import io.milepost.partners.edi.out.TransactionOutcome.Fault;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.state.StableId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What is read out of pieces that came in, and written into the answers to them. */
final class ReplyTexts {

    private ReplyTexts() {}

    /** How a transaction could be read. */
    static TransactionOutcome outcome(
            MessageReaders readers,
            PartnerProfile profile,
            PartnerInbound piece,
            PartnerTransaction transaction) {
        if (transaction.getProblems().isEmpty()) {
            return TransactionOutcome.of(readers.read(profile, bytes(transaction)).get(0));
        }
        boolean isLeftOut = !transaction.getPayload().hasRemaining();
        String type = transaction.getMessageType();
        return new TransactionOutcome(
                profile.format(),
                header(piece.getInterchange(), transaction),
                type == null ? EdiReader.UNKNOWN : type,
                null,
                "",
                false,
                List.of(
                        new Fault(
                                isLeftOut ? "transaction-too-long" : "transaction-not-ended",
                                true,
                                0,
                                "",
                                0)));
    }

    /** The interchange, and the transaction within it. */
    static InterchangeHeader header(Interchange interchange, PartnerTransaction transaction) {
        return new InterchangeHeader(
                interchange.getSender(),
                interchange.getReceiver(),
                interchange.getControlNumber(),
                transaction.getGroupControlNumber(),
                transaction.getMessageControlNumber(),
                interchange.getPreparedAt());
    }

    /**
     * The answer to what came in. The same interchange, taken in the same way, has the same answer
     * however often it comes; without a number it is one if its sender gave the call another id.
     *
     * @param identities of its transactions
     * @param said the acknowledgements
     * @param record the piece by which it became complete
     */
    static PartnerOutbound document(
            Speaker speaker,
            PartnerInbound piece,
            List<String> identities,
            List<String> said,
            InboundRecord record) {
        Interchange interchange = piece.getInterchange();
        boolean numbered = interchange.getControlNumber() != null;
        Instant knownAt = Instant.ofEpochMilli(FirstKnown.millis(record));
        PartnerOutbound document = new PartnerOutbound();
        document.setDocumentId(
                StableId.of(
                        "reply",
                        PartnerKey.of(speaker),
                        text(interchange.getSender()),
                        text(interchange.getReceiver()),
                        numbered
                                ? "number/" + text(interchange.getControlNumber())
                                : "call/" + text(piece.getSenderMessageId()),
                        text(interchange.getPreparedAt()),
                        String.join(",", identities)));
        document.setInstance(speaker.instance());
        document.setCompany(speaker.company());
        document.setPartner(speaker.partner());
        document.setOrderKnownAt(knownAt);
        document.setKnownAt(knownAt);
        document.setKind(OrderDocumentKind.ACKNOWLEDGEMENT);
        document.setRevision(1);
        document.setOrderName("");
        document.setCurrency("");
        document.setOrderedAt(knownAt);
        document.setLines(List.of());
        document.setReply(
                new OutboundReply(piece.getReceiptId(), interchange.getControlNumber(), said));
        return document;
    }

    static byte[] bytes(PartnerTransaction transaction) {
        ByteBuffer payload = transaction.getPayload().duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    /** Digest of what a transaction says. */
    static String content(PartnerTransaction transaction) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(transaction.getPayload().duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without the bar that parts an identity. */
    private static String text(Object value) {
        return value == null ? "" : value.toString().replace('|', ' ');
    }
}
