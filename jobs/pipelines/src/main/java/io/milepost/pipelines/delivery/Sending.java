package io.milepost.pipelines.delivery;

import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.delivery.Parcel;
import io.milepost.partners.delivery.UnwritableException;
import io.milepost.partners.delivery.WrittenDocument;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * Decides, by what the ledger and the profile say, whether a document is sent, and begins to. What
 * was sent is not sent again; what may have been sent goes out in the same bytes under the same
 * number.
 */
final class Sending {

    private final Ledger ledger;
    private final Dispatch dispatch;
    private final DeliveryTime time;

    /**
     * The turn of a document.
     *
     * @param document the document
     * @param anew whether somebody asks to send what was refused or given up before
     * @param attempt which attempt it is, from 1
     * @param last whether none is made after it
     */
    record Turn(PartnerOutbound document, boolean anew, int attempt, boolean last) {}

    Sending(Ledger ledger, Dispatch dispatch, DeliveryTime time) {
        this.ledger = ledger;
        this.dispatch = dispatch;
        this.time = time;
    }

    /**
     * Begins an attempt.
     *
     * @param addressee who gets it; {@code null} if nobody
     * @return {@code null} if it is not to be sent
     */
    CompletableFuture<Dispatch.Attempt> begin(Turn turn, DeliveryProfiles.Addressee addressee) {
        PartnerDelivery known = ledger.find(turn.document().getDocumentId());
        if (known != null && known.getStage() == DeliveryStage.SENT) {
            return dispatch.sentBefore(known);
        }
        if (known != null && known.getStage() != DeliveryStage.INTENDED && !turn.anew()) {
            return CompletableFuture.completedFuture(
                    new Dispatch.Attempt(known.getStage(), known.getReason(), null));
        }
        if (addressee == null || !wants(addressee, turn.document())) {
            return null;
        }
        return attempt(turn, known, addressee);
    }

    private static boolean wants(DeliveryProfiles.Addressee addressee, PartnerOutbound document) {
        Instant since = addressee.profile().delivery().since();
        return !document.getOrderKnownAt().isBefore(since)
                && addressee.writer().nothing(document) == null;
    }

    private CompletableFuture<Dispatch.Attempt> attempt(
            Turn turn, PartnerDelivery known, DeliveryProfiles.Addressee addressee) {
        PartnerOutbound document = turn.document();
        boolean mayBeThere = known != null && known.getStage() == DeliveryStage.INTENDED;
        long number =
                known != null && known.getControlNumber() > 0
                        ? known.getControlNumber()
                        : ledger.nextNumber(PartnerKey.of(document));
        InstantSource clock = time.after(document.getKnownAt());
        Instant now = clock.instant();
        WrittenDocument written;
        try {
            written =
                    mayBeThere
                            ? addressee
                                    .writer()
                                    .again(known.getMessageType(), bytes(known.getPayload()))
                            : addressee.writer().write(document, number, now);
        } catch (UnwritableException e) {
            WrittenDocument nothing = new WrittenDocument("", "", "", new byte[0]);
            return dispatch.ended(
                    Entries.intended(document, addressee, number, nothing, turn.attempt(), now),
                    DeliveryStage.REFUSED,
                    "cannot be written: " + e.getMessage(),
                    clock);
        }
        return dispatch.attempt(
                Entries.intended(document, addressee, number, written, turn.attempt(), now),
                new Parcel(document.getDocumentId(), addressee.profile().delivery(), written),
                turn.last(),
                clock);
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
