package io.milepost.partners.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.PartnerMessage;

/** The tree of a message for people: without what readers of EDI add for templates. */
public final class VisibleTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VisibleTree() {}

    /** The tree of a message. */
    public static JsonNode of(PartnerMessage message) {
        return message.header().controlNumber() == null && !message.body().has("_decimal")
                ? message.body()
                : of(message.body());
    }

    private static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode visible = NODES.objectNode();
            object.properties().stream()
                    .filter(it -> !it.getKey().startsWith("_"))
                    .forEach(it -> visible.set(it.getKey(), of(it.getValue())));
            return visible;
        } else if (node instanceof ArrayNode list) {
            ArrayNode visible = NODES.arrayNode();
            list.forEach(it -> visible.add(of(it)));
            return visible;
        }
        return node;
    }
}
