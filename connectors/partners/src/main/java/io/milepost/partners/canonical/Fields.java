package io.milepost.partners.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.partners.mapping.Unusable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object that a template made, whose fields are read by name. What is wrong is noted, and
 * something is given all the same, so that everything that is wrong is found at once.
 */
final class Fields {

    private static final int SCALE = 6;
    private static final int DIGITS = 18;
    private static final int LONGEST_TEXT = 1_000;
    private static final String UNKNOWN = "UNKNOWN";

    private final JsonNode object;
    private final String path;
    private final Findings findings;
    private final Set<String> read = new HashSet<>();

    Fields(JsonNode object, String path, Findings findings) {
        this.object = object;
        this.path = path;
        this.findings = findings;
    }

    /** Fields of no object: each of them is absent. */
    static Fields none(String path, Findings findings) {
        return new Fields(JsonNodeFactory.instance.objectNode(), path, findings);
    }

    JsonNode object() {
        return object;
    }

    Findings findings() {
        return findings;
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** The value of a field; {@code null} if it is absent, null or an empty text. */
    JsonNode node(String field) {
        read.add(field);
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isTextual() && !(value instanceof Unusable) && value.asText().isBlank()
                ? null
                : value;
    }

    boolean has(String field) {
        return node(field) != null;
    }

    /** A text without blanks around it; {@code null} if it is absent or was a problem. */
    String text(String field) {
        JsonNode value = node(field);
        if (value == null) {
            return null;
        }
        String text = value.asText().strip();
        if (value instanceof Unusable
                || !value.isValueNode()
                || text.length() > LONGEST_TEXT
                || text.chars().anyMatch(it -> it < ' ')) {
            findings.value(
                    "not-a-text",
                    value,
                    path(field),
                    "a text of one line and at most " + LONGEST_TEXT + " characters");
            return null;
        }
        return text;
    }

    /** A text of any number of lines, cut if it is very long. */
    String words(String field) {
        JsonNode value = node(field);
        if (value == null || !value.isValueNode()) {
            return value == null ? null : text(field);
        }
        String words = value.asText().strip().replaceAll("\\s+", " ");
        return words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT);
    }

    /** A text that must be there; empty, and a problem, if it is not. */
    String required(String field, String expected) {
        if (!has(field)) {
            findings.missing(object, path(field), expected);
            return "";
        }
        String text = text(field);
        return text == null ? "" : text;
    }

    /** A decimal number; {@code null} if it is absent or was a problem. */
    BigDecimal decimal(String field) {
        JsonNode value = node(field);
        if (value == null) {
            return null;
        }
        String expected = "a decimal number with at most 12 digits before and 6 after the point";
        try {
            if (value instanceof Unusable || !value.isValueNode()) {
                throw new NumberFormatException("no number");
            }
            BigDecimal number = new BigDecimal(value.asText().strip());
            if (Math.abs((long) number.scale()) > 2L * DIGITS) {
                throw new NumberFormatException("out of range");
            }
            BigDecimal scaled = number.setScale(SCALE, RoundingMode.UNNECESSARY);
            if (scaled.precision() > DIGITS) {
                throw new NumberFormatException("out of range");
            }
            return scaled;
        } catch (ArithmeticException | NumberFormatException e) {
            findings.value("not-a-number", value, path(field), expected);
            return null;
        }
    }

    /** A decimal number that must be there and not below zero. */
    BigDecimal amount(String field, String what) {
        BigDecimal number = signed(field, what);
        if (number.signum() < 0) {
            findings.value("negative", object.get(field), path(field), what + " of 0 or more");
        }
        return number;
    }

    /** A decimal number that must be there. */
    BigDecimal signed(String field, String what) {
        if (!has(field)) {
            findings.missing(object, path(field), what);
            return BigDecimal.ZERO.setScale(SCALE);
        }
        BigDecimal number = decimal(field);
        return number == null ? BigDecimal.ZERO.setScale(SCALE) : number;
    }

    /** A whole number; {@code null} if it is absent or was a problem. */
    Long whole(String field, long most) {
        JsonNode value = node(field);
        if (value == null) {
            return null;
        }
        String text = value.asText().strip();
        try {
            if (!(value instanceof Unusable) && text.matches("\\d{1,18}")) {
                long number = Long.parseLong(text);
                if (number <= most) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // Told below, as everything that is no whole number.
        }
        findings.value("not-a-number", value, path(field), "a whole number up to " + most);
        return null;
    }

    /** An instant; {@code null} if it is absent or was a problem. */
    Instant time(String field) {
        JsonNode value = node(field);
        if (value == null) {
            return null;
        }
        try {
            if (!(value instanceof Unusable)) {
                Instant time = Instant.parse(value.asText().strip());
                return time.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // Told below, as every text that is no time.
        }
        findings.value("not-a-time", value, path(field), "a time such as 2026-03-20T12:00:00Z");
        return null;
    }

    /** An instant that must be there. */
    Instant requiredTime(String field, String what) {
        if (!has(field)) {
            findings.missing(object, path(field), what);
            return Instant.EPOCH;
        }
        Instant time = time(field);
        return time == null ? Instant.EPOCH : time;
    }

    /** A constant by its name; another one if it is absent or was a problem. */
    <E extends Enum<E>> E constant(String field, Class<E> type, E otherwise) {
        return constant(field, sayable(type), otherwise);
    }

    private <E extends Enum<E>> E constant(String field, Set<E> sayable, E otherwise) {
        JsonNode value = node(field);
        if (value == null) {
            return otherwise;
        }
        String text = value.asText().strip();
        for (E constant : sayable) {
            if (constant.name().equals(text) && !(value instanceof Unusable)) {
                return constant;
            }
        }
        findings.value("unknown-code", value, path(field), oneOf(sayable));
        return otherwise;
    }

    /** A constant that must be there. */
    <E extends Enum<E>> E requiredConstant(String field, Class<E> type) {
        return requiredConstant(field, sayable(type), type.getEnumConstants()[0]);
    }

    /** A constant that must be there, of those that a partner can say. */
    <E extends Enum<E>> E requiredConstant(String field, Set<E> sayable, E otherwise) {
        if (!has(field)) {
            findings.missing(object, path(field), oneOf(sayable));
        }
        return constant(field, sayable, otherwise);
    }

    private static <E extends Enum<E>> Set<E> sayable(Class<E> type) {
        EnumSet<E> all = EnumSet.allOf(type);
        all.removeIf(it -> it.name().equals(UNKNOWN));
        return all;
    }

    private static String oneOf(Set<? extends Enum<?>> sayable) {
        return sayable.stream().map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
    }

    /** A truth value; another one if it is absent or was a problem. */
    boolean flag(String field, boolean otherwise) {
        JsonNode value = node(field);
        if (value == null) {
            return otherwise;
        }
        String text = value.asText().strip();
        if (value instanceof Unusable || !(text.equals("true") || text.equals("false"))) {
            findings.value("not-a-flag", value, path(field), "true or false");
            return otherwise;
        }
        return text.equals("true");
    }

    /** The objects of a field that is a list; none if it is absent. */
    List<Fields> objects(String field) {
        JsonNode value = node(field);
        List<Fields> objects = new ArrayList<>();
        if (value == null) {
            return objects;
        }
        if (!value.isArray()) {
            findings.value("not-a-list", value, path(field), "a list");
            return objects;
        }
        for (int i = 0; i < value.size(); i++) {
            String place = path(field) + "[" + i + "]";
            if (value.get(i).isObject()) {
                objects.add(new Fields(value.get(i), place, findings));
            } else if (!value.get(i).isNull()) {
                findings.value("not-an-object", value.get(i), place, "fields");
            }
        }
        return objects;
    }

    /** The object of a field; {@code null} if it is absent or no object, which is a problem. */
    Fields object(String field) {
        JsonNode value = node(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            findings.value("not-an-object", value, path(field), "fields");
            return null;
        }
        return new Fields(value, path(field), findings);
    }

    /** Notes every field that nobody asked for: a template's slip of the pen must not be silent. */
    void refuseOthers() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!read.contains(name)) {
                findings.object(
                        "unknown-field",
                        object,
                        "%s: expected one of %s but found an unknown field"
                                .formatted(
                                        path(name),
                                        read.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }
}
