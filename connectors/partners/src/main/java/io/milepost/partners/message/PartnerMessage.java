package io.milepost.partners.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * One message of a partner (one X12 transaction, one EDIFACT message, one XML or JSON document) as
 * a neutral tree, which is what mapping templates read.
 *
 * @param format the syntax it was written in
 * @param type what it is in the words of its standard: {@code 855}, {@code ORDRSP}, {@code
 *     OrderResponse}; for JSON the name of the profile's document
 * @param version version or release of the standard, as the message says; {@code null} if it says
 *     none
 * @param header the interchange it came in
 * @param body the tree; every value that the sender wrote is text, numbers included, so that no
 *     digit is lost (only JSON's true and false stay what they are)
 * @param places where each node of the tree stands in what was sent
 * @param problems what was wrong and could be repaired, and what could not, in the order of the
 *     message
 */
public record PartnerMessage(
        Format format,
        String type,
        String version,
        InterchangeHeader header,
        ObjectNode body,
        Places places,
        List<Problem> problems) {

    /** Checks that everything is there, and takes a copy of the problems. */
    public PartnerMessage {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(places, "places");
        problems = List.copyOf(problems);
    }

    /** Whether nothing was found with which the message cannot be used. */
    public boolean usable() {
        return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /** Where the node stands; the whole message for a node that is not of this tree. */
    public Place placeOf(JsonNode node) {
        return places.of(node);
    }
}
