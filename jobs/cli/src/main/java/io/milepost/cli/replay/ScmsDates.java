package io.milepost.cli.replay;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The two ways in which the log writes days, and its words for a day that it does not know. */
final class ScmsDates {

    static final String EXPECTED = "a day like 2-Jun-06 or 11/25/2014";

    private static final Set<String> NOT_KNOWN =
            Set.of("Date Not Captured", "Pre-PQ Process", "N/A - From RDC");

    private static final List<DateTimeFormatter> FORMATS =
            List.of(format("d-MMM-uu"), format("M/d/uuuu"));

    private ScmsDates() {}

    /** The day that a text stands for; empty when it is no day. */
    static Optional<LocalDate> parse(String text) {
        for (DateTimeFormatter format : FORMATS) {
            Optional<LocalDate> day = parse(text, format);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** Whether a text says that the day was not captured. */
    static boolean saysNotKnown(String text) {
        return NOT_KNOWN.contains(text);
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException otherFormat) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
