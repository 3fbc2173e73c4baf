package io.milepost.pipelines.partners;

import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerTransaction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a transaction is known by within its interchange when it comes again. */
final class TransactionName {

    private TransactionName() {}

    /**
     * Its numbers and what it says. Where there is no interchange with a number, a call that its
     * sender gave an id is known by that as well: two calls with one body are two messages if the
     * sender says so. An interchange is the same however often it is called for.
     */
    static String of(PartnerInbound piece, PartnerTransaction transaction) {
        boolean numbered = piece.getInterchange().getControlNumber() != null;
        return String.join(
                "/",
                numbered ? "" : text(piece.getSenderMessageId()),
                text(transaction.getGroupControlNumber()),
                text(transaction.getMessageControlNumber()),
                Integer.toString(transaction.getIndex()),
                sha256(transaction));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String sha256(PartnerTransaction transaction) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(transaction.getPayload().duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
