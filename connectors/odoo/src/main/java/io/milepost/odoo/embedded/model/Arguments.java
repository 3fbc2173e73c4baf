package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a method is called with.
 *
 * @param ids the records; empty for a method of the model
 * @param named everything else by name
 */
public record Arguments(List<Long> ids, Map<String, JsonNode> named) {

    /** An argument; a missing node if it was not given or is nothing. */
    public JsonNode get(String name) {
        JsonNode value = named.get(name);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }

    /** A text; {@code otherwise} if it was not given. */
    public String text(String name, String otherwise) {
        JsonNode value = get(name);
        return value.isTextual() ? value.asText() : otherwise;
    }

    /** A number; {@code otherwise} if it was not given or is {@code false}. */
    public int number(String name, int otherwise) {
        JsonNode value = get(name);
        return value.isNumber() ? value.asInt() : otherwise;
    }

    /** A list of texts; {@code null} if it was not given. */
    public List<String> texts(String name) {
        JsonNode value = get(name);
        if (!value.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
