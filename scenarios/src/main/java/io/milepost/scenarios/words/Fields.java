package io.milepost.scenarios.words;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a section of a rule's text; every one must be asked for. */
final class Fields {

    private static final Pattern DURATION = Pattern.compile("(-?\\d+)([mhd])");

    private final Map<?, ?> fields;
    private final Set<Object> read = new HashSet<>();

    Fields(Object section) {
        fields = section == null ? Map.of() : (Map<?, ?>) section;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Object value(String name) {
        read.add(name);
        return fields.get(name);
    }

    /** Whether a field is given. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    Fields section(String name) {
        return new Fields(value(name));
    }

    List<?> list(String name) {
        Object value = value(name);
        return value == null ? List.of() : (List<?>) value;
    }

    /** A text; {@code unless} where the field is not given. */
    String text(String name, String unless) {
        Object value = value(name);
        return value == null ? unless : value.toString();
    }

    int number(String name, int unless) {
        return Integer.parseInt(text(name, Integer.toString(unless)));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name, "false"));
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E unless) {
        String text = text(name, null);
        return text == null ? unless : constant(text, type);
    }

    static <E extends Enum<E>> E constant(String text, Class<E> type) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Microseconds; 0 where the field is not given. A day has 24 hours. */
    long duration(String name) {
        String text = text(name, "0m");
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    name + ": expected a duration such as 48h but found " + text);
        }
        long number = Long.parseLong(parts.group(1));
        Duration duration =
                switch (parts.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return duration.toNanos() / 1000;
    }

    /** Nothing was written that nobody reads. */
    void requireAllRead() {
        Set<Object> unknown = new HashSet<>(fields.keySet());
        unknown.removeAll(read);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("rule: unknown fields " + unknown);
        }
    }
}
