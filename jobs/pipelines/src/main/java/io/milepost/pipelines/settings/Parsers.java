package io.milepost.pipelines.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How settings are written. Each throws {@link IllegalArgumentException} on anything else. */
public final class Parsers {

    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|min|h|d)");

    private Parsers() {}

    /** Text that is not empty. */
    public static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
        }
        return text;
    }

    /** A whole number greater than 0. */
    public static Integer positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("not positive");
        }
        return number;
    }

    /** A number from 0. */
    public static BigDecimal notNegative(String text) {
        BigDecimal number = new BigDecimal(text.trim());
        if (number.signum() < 0) {
            throw new IllegalArgumentException("negative");
        }
        return number;
    }

    /** A duration greater than 0, such as 500 ms, 10 s, 5 min, 2 h, 30 d. */
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text.trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        long amount = Long.parseLong(parts.group(1));
        Duration duration =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofMinutes(amount);
                };
        if (duration.isZero()) {
            throw new IllegalArgumentException("zero");
        }
        return duration;
    }

    /** One of the constants, written in lower case with hyphens. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> constants) {
        return text -> Enum.valueOf(constants, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Words separated by commas; empty for none. */
    public static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split(",")) {
            if (!word.isBlank()) {
                words.add(word.trim());
            }
        }
        return words;
    }

    /** {@code name=value} pairs separated by commas; empty for none. */
    public static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text.isBlank()) {
            return pairs;
        }
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no pair");
            }
            pairs.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
        return pairs;
    }
}
