package io.milepost.partners.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.partners.edi.EdiPart;
import io.milepost.partners.edi.EdiReader;
import io.milepost.partners.edi.EdiSplitter;
import io.milepost.partners.edi.InterchangeSummary;
import io.milepost.partners.edi.StreamSummary;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.milepost.partners.message.Problem;
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
            case X12, EDIFACT -> edi(profile, bytes);
        };
    }

    private static List<PartnerMessage> edi(PartnerProfile profile, byte[] bytes) {
        List<PartnerMessage> messages = new ArrayList<>();
        EdiReader reader = new EdiReader();
        try {
            StreamSummary stream =
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
            if (messages.isEmpty()) {
                messages.add(nothing(profile, stream.problems()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
        return messages;
    }

    private static PartnerMessage nothing(PartnerProfile profile, List<Problem> found) {
        List<Problem> problems = new ArrayList<>(found);
        problems.add(
                Problem.error(
                        "no-transaction",
                        Place.WHOLE,
                        "expected at least one transaction but found none"));
        return new PartnerMessage(
                profile.format(),
                EdiReader.UNKNOWN,
                null,
                InterchangeHeader.NONE,
                JsonNodeFactory.instance.objectNode(),
                new Places(),
                problems);
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
