package io.milepost.scenarios.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Times as the texts write them: {@code 20 March}, {@code 20 March 17:00}, {@code 29 March 02:30 in
 * Berlin}. Without a year it is 2026, without a time noon, without a place UTC.
 */
public final class Moments {

    /** Expression of a time, without a group of its own. */
    static final String PATTERN =
            "\\d{1,2} (?:"
                    + Arrays.stream(Month.values())
                            .map(Moments::written)
                            .collect(Collectors.joining("|"))
                    + ")(?: 20[23]\\d)?(?: \\d{2}:\\d{2}(?::\\d{2})?)?(?: in [A-Z][a-z]+)?";

    private static final Pattern PARTS =
            Pattern.compile(
                    "(\\d{1,2}) ([A-Z][a-z]+)(?: (20[23]\\d))?(?: (\\d{2}:\\d{2}(?::\\d{2})?))?"
                            + "(?: in ([A-Z][a-z]+))?");
    private static final Map<String, ZoneId> PLACES =
            Map.of("Berlin", ZoneId.of("Europe/Berlin"), "Chicago", ZoneId.of("America/Chicago"));
    private static final int USUAL_YEAR = 2026;

    private Moments() {}

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Instant parse(String text) {
        return parse(text, LocalTime.NOON);
    }

    /** Reads the day that begins. */
    static Instant beginning(String text) {
        return parse(text, LocalTime.MIDNIGHT);
    }

    private static Instant parse(String text, LocalTime unlessGiven) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a time such as 20 March 17:00 but found " + text);
        }
        int year = parts.group(3) == null ? USUAL_YEAR : Integer.parseInt(parts.group(3));
        Month month = Month.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        LocalTime time = parts.group(4) == null ? unlessGiven : LocalTime.parse(parts.group(4));
        return LocalDate.of(year, month, Integer.parseInt(parts.group(1)))
                .atTime(time)
                .atZone(place(parts.group(5)))
                .toInstant();
    }

    private static ZoneId place(String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        ZoneId zone = PLACES.get(name);
        if (zone == null) {
            throw new IllegalArgumentException(
                    "expected one of the places " + PLACES.keySet() + " but found " + name);
        }
        return zone;
    }

    private static String written(Month month) {
        String name = month.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
