package io.milepost.local.partners;

import io.milepost.partners.edi.out.OutEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One way by which a partner speaks: a profile of it.
 *
 * @param profile name of the profile
 * @param partner id of the partner
 * @param voice what it speaks
 * @param carrier whether it carries, and supplies nothing
 */
record Correspondent(String profile, String partner, Voice voice, boolean carrier) {

    /** How we are called in interchanges. */
    static final String US = "ZZ:MILEPOST";

    private static final int SECRET_BYTES = 32;

    /** How it is called in interchanges. */
    String identification() {
        return "ZZ:"
                + (carrier ? "FF" : "S")
                + partner.substring(0, Math.min(12, partner.length()));
    }

    /** The envelope of an interchange of it to us that has one group, or none. */
    OutEnvelope envelope(long control, Instant at, String version) {
        return new OutEnvelope(
                OutEnvelope.Party.of(identification()),
                OutEnvelope.Party.of(US),
                control,
                control,
                at,
                version,
                false,
                false);
    }

    /** What its calls are signed with; worth nothing anywhere else. */
    String secret() {
        byte[] bytes = (profile + "-".repeat(SECRET_BYTES)).getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, SECRET_BYTES));
    }

    /** The templates that a profile of this kind brings along. */
    List<String> templates() {
        return voice == Voice.WEBHOOK
                ? List.of(
                        "received.jslt",
                        "answered.jslt",
                        "shipped.jslt",
                        "disputed.jslt",
                        "invoiced.jslt",
                        "moved.jslt")
                : List.of();
    }

    /** What is generic about its profile, and what of it is its own. */
    String rules() {
        return switch (voice) {
            case X12 -> "extends: generic-x12\nsenders: [\"" + identification() + "\"]\n";
            case EDIFACT ->
                    "extends: generic-edifact\nsenders: [\""
                            + identification()
                            + "\"]\ncodes:\n  line-number: {LIN: own}\n";
            case UBL -> "extends: generic-ubl\ncodes:\n  line-answer: {\"BO\": BACKORDERED}\n";
            case WEBHOOK ->
                    """
                    format: json
                    source-system: webhook
                    type-at: /event
                    documents:
                      order.received: received.jslt
                      order.answered: answered.jslt
                      goods.shipped: shipped.jslt
                      goods.disputed: disputed.jslt
                      invoice.issued: invoiced.jslt
                      parcel.moved: moved.jslt
                    codes:
                      outcome: {taken: ACCEPTED, refused: REJECTED}
                      action: {new: ORIGINAL, replaces: REPLACE, cancels: CANCEL}
                      answer: {confirmed: ACCEPTED, changed: CHANGED, later: BACKORDERED, \
                    substitute: SUBSTITUTED, rejected: REJECTED}
                      measure: {piece: C62, kilogram: KGM, metre: MTR}
                      movement: {collected: PICKED_UP, travelling: IN_TRANSIT, late: DELAYED, \
                    cleared: CUSTOMS_CLEARED, arrived: ARRIVED, on-the-van: OUT_FOR_DELIVERY, \
                    delivered: DELIVERED}
                      certainty: {done: ACTUAL, expected: ESTIMATED, planned: PLANNED}
                    """;
        };
    }
}
