package io.milepost.partners.profile;

import io.milepost.partners.edi.out.OutEnvelope;
import java.time.Instant;
import java.util.Objects;

/**
 * How documents reach a partner.
 *
 * @param since orders that were confirmed before are not sent
 * @param url where they are posted to; {@code null} for a folder
 * @param folder name of the folder that they are put into, below that of the job; {@code null} for
 *     HTTP
 * @param secret name of the secret that calls are signed with; {@code null} for none
 * @param token name of the secret that is presented as a bearer token; {@code null} for none
 * @param sender who we are in an interchange, {@code qualifier:id}; {@code null} outside EDI
 * @param receiver who the partner is; {@code null} outside EDI
 * @param version X12: the version of the groups
 * @param test whether interchanges are marked as tests
 * @param acknowledged whether a technical acknowledgement is asked for
 * @param reply how the partner is told that what it sent was taken
 */
public record DeliveryTerms(
        Instant since,
        String url,
        String folder,
        String secret,
        String token,
        String sender,
        String receiver,
        String version,
        boolean test,
        boolean acknowledged,
        Reply reply) {

    /** How a partner is told that what it sent was taken. */
    public enum Reply {
        /** It is not told. */
        NONE,
        /** X12 997, EDIFACT CONTRL, UBL ApplicationResponse. */
        FUNCTIONAL,
        /** X12 999. */
        IMPLEMENTATION
    }

    /** Checks what can never be left out. */
    public DeliveryTerms {
        Objects.requireNonNull(since, "since");
        if ((url == null) == (folder == null)) {
            throw new IllegalArgumentException("delivery: must have a url or a folder");
        }
    }

    /** What stands around the documents of an interchange. */
    public OutEnvelope envelope(long controlNumber, Instant preparedAt) {
        return new OutEnvelope(
                OutEnvelope.Party.of(sender),
                OutEnvelope.Party.of(receiver),
                controlNumber,
                controlNumber,
                preparedAt,
                version,
                test,
                acknowledged);
    }
}
