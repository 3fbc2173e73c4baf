package io.milepost.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1_000.0;

    private Words() {}

    /** Thousands divided by spaces. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** A time to the minute, or a dash if there is none. */
    static String time(long micros) {
        return micros == Long.MIN_VALUE
                ? "-"
                : MINUTE.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Seconds with one digit after the point. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }

    /** A span in its largest unit. */
    static String span(Duration span) {
        if (span.toDays() > 0) {
            return count(span.toDays(), "day");
        }
        if (span.toHours() > 0) {
            return count(span.toHours(), "hour");
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + " min";
        }
        return span.toSeconds() + " s";
    }

    /** A number of things, in the plural unless it is one. */
    static String count(long number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }
}
