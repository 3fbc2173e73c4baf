package io.milepost.pipelines.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.edi.out.TransactionOutcome;
import io.milepost.partners.edi.out.TransactionOutcome.Fault;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a transaction, as it is remembered until its interchange is complete.
 *
 * @param outcome what became of it
 * @param content digest of what it says
 */
record OutcomeText(TransactionOutcome outcome, String content) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The transaction, and whether it was taken. */
    String identity(int index) {
        return identity(index, content, outcome.accepted());
    }

    static String identity(int index, String content, boolean accepted) {
        return index + "/" + content + "/" + accepted;
    }

    static String of(TransactionOutcome outcome, String content) {
        ObjectNode text = JSON.createObjectNode();
        text.put("content", content);
        text.put("format", outcome.format().name());
        text.put("sender", outcome.header().sender());
        text.put("receiver", outcome.header().receiver());
        text.put("interchange", outcome.header().controlNumber());
        text.put("group", outcome.header().groupControlNumber());
        text.put("message", outcome.header().messageControlNumber());
        text.put("type", outcome.type());
        text.put("version", outcome.version());
        text.put("kind", outcome.group());
        text.put("accepted", outcome.accepted());
        ArrayNode faults = text.putArray("faults");
        for (Fault fault : outcome.faults()) {
            faults.addObject()
                    .put("code", fault.code())
                    .put("error", fault.error())
                    .put("segment", fault.segment())
                    .put("tag", fault.tag())
                    .put("element", fault.element());
        }
        return text.toString();
    }

    static OutcomeText read(String text) throws JsonProcessingException {
        JsonNode node = JSON.readTree(text);
        List<Fault> faults = new ArrayList<>();
        for (JsonNode fault : node.get("faults")) {
            faults.add(
                    new Fault(
                            fault.get("code").asText(),
                            fault.get("error").asBoolean(),
                            fault.get("segment").asInt(),
                            fault.get("tag").asText(),
                            fault.get("element").asInt()));
        }
        TransactionOutcome outcome =
                new TransactionOutcome(
                        Format.valueOf(node.get("format").asText()),
                        new InterchangeHeader(
                                text(node, "sender"),
                                text(node, "receiver"),
                                text(node, "interchange"),
                                text(node, "group"),
                                text(node, "message"),
                                null),
                        node.get("type").asText(),
                        text(node, "version"),
                        node.get("kind").asText(),
                        node.get("accepted").asBoolean(),
                        faults);
        return new OutcomeText(outcome, node.get("content").asText());
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).isNull() ? null : node.get(field).asText();
    }
}
