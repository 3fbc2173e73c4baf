package io.milepost.odoo.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Times as Odoo writes them, always UTC, and microseconds since 1970. */
final class OdooTimes {

    private static final DateTimeFormatter READ =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
                    .toFormatter();

    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private OdooTimes() {}

    /** A time or, from its midnight, a date. */
    static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
    }

    static long micros(String text) {
        return micros(instant(text));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The second that a time lies in. */
    static long wholeSecond(long micros) {
        return micros - Math.floorMod(micros, 1_000_000L);
    }

    /** A time with microseconds, which Odoo takes in domains and nowhere else. */
    static String text(long micros) {
        return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC).format(WRITE);
    }
}
