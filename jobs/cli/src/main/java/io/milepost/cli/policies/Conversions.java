package io.milepost.cli.policies;

import io.milepost.state.sla.BusinessCalendar;
import io.milepost.state.sla.Holidays;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values in policy files, from text; empty for text that is none. */
final class Conversions {

    static final String DURATION = "a duration such as 48h";

    private static final Pattern DURATION_TEXT = Pattern.compile("([+-]?)(\\d{1,9})([smhd])");
    private static final Map<String, Long> UNIT_MICROS =
            Map.of("s", 1_000_000L, "m", 60_000_000L, "h", 3_600_000_000L, "d", 86_400_000_000L);
    private static final Pattern TIME_OF_DAY = Pattern.compile("(\\d{2}):([0-5]\\d)");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(10_000);
    private static final String UNKNOWN = "UNKNOWN";

    private Conversions() {}

    static Optional<String> text(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> version(String text) {
        return text.matches("[1-9]\\d{0,8}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /** Microseconds of a number of seconds, minutes, hours or days; a day has 24 hours. */
    static Optional<Long> duration(String text) {
        Matcher parts = DURATION_TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(parts.group(2)) * UNIT_MICROS.get(parts.group(3));
        return Optional.of(parts.group(1).equals("-") ? -micros : micros);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }

    /** An IANA name; offsets such as +02:00 know no summer time and are refused. */
    static Optional<String> zone(String text) {
        try {
            String id = ZoneId.of(text).getId();
            boolean named = ZoneId.getAvailableZoneIds().contains(id);
            return named ? Optional.of(id) : Optional.empty();
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }

    /** A name that may be a part of a key. */
    static Optional<String> variant(String text) {
        return text(text).filter(it -> it.indexOf('/') < 0);
    }

    /** Minutes after midnight of a time of day; 24:00 is the end of the day. */
    static Optional<Integer> minuteOfDay(String text) {
        Matcher parts = TIME_OF_DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2));
        return Optional.of(minutes).filter(it -> it <= BusinessCalendar.DAY_MINUTES);
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** A country or a part of it whose public holidays are known. */
    static Optional<String> place(String text) {
        return Optional.of(text).filter(Holidays::knows);
    }

    static Optional<String> currency(String text) {
        return Optional.of(text).filter(it -> it.matches("[A-Z]{3}"));
    }

    /** A number of zero or more with at most four decimals, as they are published. */
    static Optional<BigDecimal> amount(String text) {
        return text.matches("\\d{1,13}(\\.\\d{1,4})?")
                ? Optional.of(new BigDecimal(text).setScale(4))
                : Optional.empty();
    }

    /** A share in percent, such as 2 or 0.5. */
    static Optional<BigDecimal> percent(String text) {
        return amount(text).filter(it -> it.compareTo(MOST_PERCENT) <= 0);
    }

    /** A constant by its name in upper case, or written like {@code current-promise}. */
    static <E extends Enum<E>> Function<String, Optional<E>> constant(Class<E> type) {
        return text ->
                Arrays.stream(type.getEnumConstants())
                        .filter(it -> !it.name().equals(UNKNOWN))
                        .filter(it -> it.name().equals(text) || written(it).equals(text))
                        .findFirst();
    }

    /** The constants that may be written, as they are written in upper case. */
    static <E extends Enum<E>> String oneOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(UNKNOWN))
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    /** The constants that may be written, as they are written in lower case. */
    static <E extends Enum<E>> String oneOfWritten(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> !it.name().equals(UNKNOWN))
                .map(Conversions::written)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
