package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.partners.message.DerivedText;

/** Reads the arguments of functions. */
final class Values {

    private Values() {}

    /** Whether there is a text or number that is not blank. */
    static boolean isThere(JsonNode node) {
        return node != null && node.isValueNode() && !node.isNull() && !node.asText().isBlank();
    }

    /** The argument of a position, or {@code null} if it is not given or blank. */
    static JsonNode argument(JsonNode[] arguments, int index) {
        return index < arguments.length && isThere(arguments[index]) ? arguments[index] : null;
    }

    /** The text of an argument without blanks around it; {@code null} if it is not there. */
    static String text(JsonNode[] arguments, int index) {
        JsonNode argument = argument(arguments, index);
        return argument == null ? null : argument.asText().strip();
    }

    /** A result that stands where the value stands; the value itself if nothing changed. */
    static JsonNode derived(String text, JsonNode from) {
        return from instanceof TextNode && from.asText().equals(text)
                ? from
                : new DerivedText(text, from);
    }
}
