package io.milepost.partners.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.PartnerMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Says to the sender of a UBL document whether it could be read: ApplicationResponse, in the codes
 * of Peppol's message level response.
 */
final class UblResponse {

    static final String TYPE = "ApplicationResponse";

    private static final String TAKEN = "AB";
    private static final String REFUSED = "RE";
    private static final int MOST_DESCRIPTIONS = 20;
    private static final int LONGEST_DESCRIPTION = 500;

    private UblResponse() {}

    /**
     * What is said of a document; not yet by whom, when and under which number.
     *
     * @param found why it was not read; empty if it was
     */
    static ObjectNode of(PartnerMessage message, List<String> found) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        ObjectNode response = said.putObject(TYPE).putObject("cac:DocumentResponse");
        ObjectNode code = response.putObject("cac:Response");
        code.put("cbc:ResponseCode", found.isEmpty() ? TAKEN : REFUSED);
        ArrayNode descriptions = code.putArray("cbc:Description");
        found.stream().limit(MOST_DESCRIPTIONS).map(UblResponse::cut).forEach(descriptions::add);
        ObjectNode reference = response.putObject("cac:DocumentReference");
        reference.put("cbc:ID", message.body().path("ID").asText("NA"));
        reference.put("cbc:DocumentType", message.type());
        return said;
    }

    /** The whole document. */
    static JsonNode whole(JsonNode said, String id, OrderTree.Parties parties, Instant at) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode response = document.putObject(TYPE);
        response.put("cbc:ID", id);
        response.put("cbc:IssueDate", time.substring(0, 10));
        response.put("cbc:IssueTime", time.substring(11));
        party(response.putObject("cac:SenderParty"), parties.buyer());
        party(response.putObject("cac:ReceiverParty"), parties.seller());
        response.setAll((ObjectNode) said.get(TYPE));
        return document;
    }

    private static void party(ObjectNode party, String id) {
        party.putObject("cac:PartyIdentification").put("cbc:ID", id);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }
}
