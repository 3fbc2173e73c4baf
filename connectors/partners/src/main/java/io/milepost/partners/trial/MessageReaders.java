package io.milepost.partners.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.edi.EdiPart;
import io.milepost.partners.edi.EdiReader;
import io.milepost.partners.edi.EdiSplitter;
import io.milepost.partners.edi.InterchangeSummary;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.ubl.UblReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a partner sent, by the format of its profile. Safe for many threads. */
public final class MessageReaders {

    private final UblReader ubl = new UblReader();
    private final JsonReader json = new JsonReader();

    /** The messages in what was sent; an unusable one says why it cannot be used. */
    public List<PartnerMessage> read(PartnerProfile profile, byte[] bytes) {
        return switch (profile.format()) {
            case UBL -> List.of(ubl.read(bytes));
            case JSON -> List.of(json(profile, bytes));
            case X12, EDIFACT -> edi(bytes);
        };
    }

    private static List<PartnerMessage> edi(byte[] bytes) {
        List<PartnerMessage> messages = new ArrayList<>();
        EdiReader reader = new EdiReader();
        try {
            new EdiSplitter()
                    .split(
                            new ByteArrayInputStream(bytes),
                            new EdiSplitter.Sink() {
                                @Override
                                public void transaction(EdiPart part) {
                                    messages.add(reader.read(part));
                                }

                                @Override
                                public void interchange(InterchangeSummary summary) {
                                    // What is wrong with it is in its transactions as well.
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
        return messages;
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
