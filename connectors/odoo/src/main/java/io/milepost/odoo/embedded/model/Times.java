package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.error.OdooError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Dates and moments as Odoo writes them. */
public final class Times {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private Times() {}

    /** With whole seconds, as on the wire. */
    public static String seconds(Instant moment) {
        return SECONDS.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** With microseconds, as code of a server action tells it. */
    public static String micros(Instant moment) {
        return MICROS.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** The day in UTC. */
    public static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Reads a moment that is written: seconds, or a day; nothing else. */
    public static Instant written(String text) {
        return read(text, text, ZoneOffset.UTC);
    }

    /** Reads a moment of an imported file: in the time zone of the reader. */
    public static Instant imported(String text, ZoneId zone) {
        return read(text, text, zone);
    }

    /** Reads a moment of a domain: microseconds as well. */
    public static Instant compared(String text) {
        int dot = text.indexOf('.');
        if (dot != 19) {
            return written(text);
        }
        String digits = (text.substring(dot + 1) + "000000").substring(0, 6);
        return read(text.substring(0, dot), text, ZoneOffset.UTC)
                .plus(Long.parseLong(digits), ChronoUnit.MICROS);
    }

    /** Reads a day; what follows it is left out. */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw notA(text);
        }
    }

    private static Instant read(String text, String whole, ZoneId zone) {
        try {
            LocalDateTime local =
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text, SECONDS);
            return local.atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw notA(whole);
        }
    }

    private static OdooError notA(String text) {
        return OdooError.value(
                "time data '%s' does not match format '%%Y-%%m-%%d %%H:%%M:%%S'".formatted(text));
    }
}
