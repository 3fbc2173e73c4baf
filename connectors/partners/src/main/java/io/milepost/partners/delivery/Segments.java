package io.milepost.partners.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.edi.out.OutSegment;
import io.milepost.partners.edi.out.OutTransaction;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the transaction that a template made: its {@code type}, its {@code version} and its {@code
 * segments}. A segment is a list of its tag and its elements, an element a text or the list of its
 * components; a list of segments may stand wherever a segment may, and what is absent is left out.
 */
final class Segments {

    private Segments() {}

    static OutTransaction transaction(JsonNode made, String controlNumber)
            throws UnwritableException {
        String type = made.path("type").asText("");
        if (type.isEmpty() || !made.path("segments").isArray()) {
            throw new UnwritableException(
                    "template: expected a type and segments but found "
                            + String.join(", ", names(made)));
        }
        List<OutSegment> segments = new ArrayList<>();
        add(made.path("segments"), segments);
        JsonNode version = made.path("version");
        try {
            return new OutTransaction(
                    type, version.isTextual() ? version.asText() : null, controlNumber, segments);
        } catch (IllegalArgumentException e) {
            throw new UnwritableException("template: " + e.getMessage(), e);
        }
    }

    private static void add(JsonNode node, List<OutSegment> segments) throws UnwritableException {
        if (node.isNull() || (node.isArray() && node.isEmpty())) {
            return;
        }
        if (node.isArray() && node.get(0).isTextual()) {
            segments.add(segment(node));
        } else if (node.isArray()) {
            for (JsonNode inner : node) {
                add(inner, segments);
            }
        } else {
            throw new UnwritableException(
                    "template: segments: expected lists that begin with a tag but found " + node);
        }
    }

    private static OutSegment segment(JsonNode node) throws UnwritableException {
        List<List<String>> elements = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
            elements.add(element(node.get(i)));
        }
        try {
            return new OutSegment(node.get(0).asText(), elements);
        } catch (IllegalArgumentException e) {
            throw new UnwritableException("template: segments: " + e.getMessage(), e);
        }
    }

    private static List<String> element(JsonNode node) throws UnwritableException {
        if (!node.isArray()) {
            return List.of(text(node));
        }
        List<String> components = new ArrayList<>();
        for (JsonNode component : node) {
            components.add(text(component));
        }
        return components;
    }

    private static String text(JsonNode node) throws UnwritableException {
        if (node.isNull()) {
            return "";
        }
        if (!node.isValueNode()) {
            throw new UnwritableException(
                    "template: segments: expected a text for an element but found " + node);
        }
        return node.asText();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? List.of("nothing") : names;
    }
}
