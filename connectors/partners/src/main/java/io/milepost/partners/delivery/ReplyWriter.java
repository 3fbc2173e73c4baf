package io.milepost.partners.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.edi.out.EdiWriter;
import io.milepost.partners.edi.out.OutEnvelope;
import io.milepost.partners.edi.out.OutTransaction;
import io.milepost.partners.message.Format;
import io.milepost.partners.profile.PartnerProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes technical acknowledgements. They ask for none themselves. */
final class ReplyWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PartnerProfile profile;

    ReplyWriter(PartnerProfile profile) {
        this.profile = profile;
    }

    /** What it is in the words of its standard. */
    String type(PartnerOutbound document) throws UnwritableException {
        JsonNode first = made(document.getReply().getTransactions().get(0));
        return first.has("type") ? first.path("type").asText() : UblText.type(first);
    }

    byte[] write(
            PartnerOutbound document, OrderTree.Parties parties, long controlNumber, Instant at)
            throws UnwritableException {
        String type = type(document);
        if (!types(profile.format()).contains(type)) {
            throw new UnwritableException(
                    "reply: expected an acknowledgement in %s, the format of profile %s, but found %s"
                            .formatted(profile.format(), profile.name(), type));
        }
        List<String> transactions = document.getReply().getTransactions();
        return profile.format() == Format.UBL
                ? UblText.write(
                        UblResponse.whole(
                                made(transactions.get(0)), document.getDocumentId(), parties, at))
                : interchange(transactions, profile.delivery().envelope(controlNumber, at));
    }

    private byte[] interchange(List<String> said, OutEnvelope envelope) throws UnwritableException {
        boolean isX12 = profile.format() == Format.X12;
        List<OutTransaction> transactions = new ArrayList<>();
        for (String one : said) {
            int number = transactions.size() + 1;
            transactions.add(
                    Segments.transaction(made(one), (isX12 ? "%04d" : "%d").formatted(number)));
        }
        String version = transactions.get(0).version();
        try {
            return EdiWriter.write(
                    profile.format(),
                    new OutEnvelope(
                            envelope.sender(),
                            envelope.receiver(),
                            envelope.controlNumber(),
                            envelope.groupControlNumber(),
                            envelope.preparedAt(),
                            isX12 && version != null ? version : envelope.version(),
                            envelope.test(),
                            false),
                    transactions);
        } catch (IllegalArgumentException e) {
            throw new UnwritableException(e.getMessage(), e);
        }
    }

    private static Set<String> types(Format format) {
        return switch (format) {
            case X12 -> Set.of("997", "999");
            case EDIFACT -> Set.of("CONTRL");
            case UBL -> Set.of(UblResponse.TYPE);
            case JSON -> Set.of();
        };
    }

    private static JsonNode made(String transaction) throws UnwritableException {
        try {
            return JSON.readTree(transaction);
        } catch (JsonProcessingException e) {
            throw new UnwritableException("reply: " + e.getMessage(), e);
        }
    }
}
