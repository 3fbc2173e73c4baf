package io.milepost.partners.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.ubl.UblReader;
import java.util.List;

/** Reads what a partner sent, by the format of its profile. Safe for many threads. */
public final class MessageReaders {

    private final UblReader ubl = new UblReader();
    private final JsonReader json = new JsonReader();

    /** The messages in what was sent; at least one, which may say why it cannot be used. */
    public List<PartnerMessage> read(PartnerProfile profile, byte[] bytes) {
        return switch (profile.format()) {
            case UBL -> List.of(ubl.read(bytes));
            case JSON -> List.of(json(profile, bytes));
            case X12, EDIFACT ->
                    throw new UnsupportedOperationException("EDI is not read here yet");
        };
    }

    private PartnerMessage json(PartnerProfile profile, byte[] bytes) {
        String only = profile.documents().keySet().iterator().next();
        PartnerMessage message = json.read(bytes, only);
        if (profile.typeAt() == null) {
            return message;
        }
        JsonNode type = message.body().at(profile.typeAt());
        return new PartnerMessage(
                message.format(),
                type.isValueNode() ? type.asText() : "unknown",
                message.version(),
                message.header(),
                message.body(),
                message.places(),
                message.problems());
    }
}
