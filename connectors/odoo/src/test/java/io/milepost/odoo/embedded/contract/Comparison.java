package io.milepost.odoo.embedded.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a recorded answer with the double's. The one place that says what is not compared:
 *
 * <ul>
 *   <li>moments of the day of the recording among each other, since the double's clock stands still
 *   <li>{@code debug}, the server's traceback; the {@code id} of the request
 *   <li>of a window that the browser is to open: what the double does not tell; and ids of its
 *       views
 *   <li>the ids in {@code move_line_ids}, only how many they are
 *   <li>the order of keys
 * </ul>
 */
final class Comparison {
    private static final Set<String> IGNORED = Set.of("debug");
    private static final String RECORDED_ON = "2026-11-23 ";

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** What differs, in words; empty if nothing does. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        Comparison comparison = new Comparison();
        comparison.compare("$", expected, actual);
        return comparison.differences;
    }

    private void compare(String at, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            compareObjects(at, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            compareArrays(at, expected, actual);
        } else if (!same(expected, actual)) {
            differences.add("%s: recorded %s, told %s".formatted(at, expected, actual));
        }
    }

    private void compareObjects(String at, JsonNode expected, JsonNode actual) {
        boolean window = expected.path("type").asText().equals("ir.actions.act_window");
        expected.fields()
                .forEachRemaining(
                        field -> {
                            String path = at + "." + field.getKey();
                            JsonNode told = actual.get(field.getKey());
                            if (IGNORED.contains(field.getKey()) || window && told == null) {
                                return;
                            }
                            if (told == null) {
                                differences.add(
                                        "%s: recorded %s, told nothing"
                                                .formatted(path, field.getValue()));
                            } else if (!field.getKey().equals("id") || !at.equals("$")) {
                                compare(path, field.getValue(), told);
                            }
                        });
        actual.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!expected.has(name)) {
                                differences.add("%s.%s: not recorded".formatted(at, name));
                            }
                        });
    }

    private void compareArrays(String at, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            differences.add("%s: recorded %s, told %s".formatted(at, expected, actual));
        } else if (!at.endsWith(".move_line_ids")) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "[" + i + "]", expected.get(i), actual.get(i));
            }
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.isIntegralNumber() == actual.isIntegralNumber()
                    && expected.asDouble() == actual.asDouble();
        }
        boolean sameDay =
                expected.asText().startsWith(RECORDED_ON)
                        && actual.asText().startsWith(RECORDED_ON);
        return sameDay || expected.equals(actual);
    }
}
