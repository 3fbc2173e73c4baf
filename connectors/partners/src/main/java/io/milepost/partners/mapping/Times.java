package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The functions of templates that read dates and times. Each gives an instant in ISO 8601; a date
 * without a time is taken at the profile's time of day, a time without a zone in the profile's.
 */
final class Times {

    private final ZoneId zone;
    private final LocalTime timeOfDates;
    private final EdifactTime edifact;

    Times(ZoneId zone, LocalTime timeOfDates) {
        this.zone = zone;
        this.timeOfDates = timeOfDates;
        this.edifact = new EdifactTime(zone, timeOfDates);
    }

    List<TextFunction> functions() {
        return List.of(
                new TextFunction("iso-time", 1, 2, this::iso),
                new TextFunction("day-begin", 1, 1, arguments -> day(arguments, 0)),
                new TextFunction("day-end", 1, 1, arguments -> day(arguments, 1)),
                new TextFunction("x12-time", 1, 3, this::x12),
                new TextFunction("edifact-time", 2, 3, this::edifact));
    }

    private JsonNode iso(JsonNode[] arguments) {
        JsonNode date = Values.argument(arguments, 0);
        if (date == null) {
            return null;
        }
        String time = Values.text(arguments, 1);
        try {
            return Values.derived(iso(date.asText().strip(), time).toString(), date);
        } catch (DateTimeException e) {
            return new Unusable(
                    "not-a-time", "a date or time of ISO 8601 such as 2026-03-20T14:30:00Z", date);
        }
    }

    /** The begin of the day of a time that was read before, or of a day after it. */
    private JsonNode day(JsonNode[] arguments, int later) {
        JsonNode time = Values.argument(arguments, 0);
        if (time == null || time instanceof Unusable) {
            return time;
        }
        try {
            LocalDate day = Instant.parse(time.asText()).atZone(zone).toLocalDate();
            return Values.derived(
                    day.plusDays(later).atStartOfDay(zone).toInstant().toString(), time);
        } catch (DateTimeException e) {
            return new Unusable("not-a-time", "a time that was read before", time);
        }
    }

    private Instant iso(String date, String time) {
        if (date.length() > 11 && date.indexOf('T') == 10) {
            return isoTime(date);
        }
        String day = date.length() > 10 ? date.substring(0, 10) : date;
        if (time == null) {
            return LocalDate.parse(day).atTime(timeOfDates).atZone(zone).toInstant();
        }
        boolean zoned = time.endsWith("Z") || time.matches(".*[+-]\\d\\d:?\\d\\d");
        return isoTime(day + "T" + time + (zoned ? "" : date.substring(day.length())));
    }

    private Instant isoTime(String text) {
        String normal = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        boolean zoned =
                normal.endsWith("Z") || normal.indexOf('+', 11) > 0 || normal.indexOf('-', 11) > 0;
        return zoned
                ? OffsetDateTime.parse(normal).toInstant()
                : LocalDateTime.parse(normal).atZone(zone).toInstant();
    }

    private JsonNode x12(JsonNode[] arguments) {
        JsonNode date = Values.argument(arguments, 0);
        if (date == null) {
            return null;
        }
        JsonNode time = Values.argument(arguments, 1);
        String zoneCode = Values.text(arguments, 2);
        LocalDate day = x12Date(date.asText().strip());
        if (day == null) {
            return new Unusable("not-a-time", "a date CCYYMMDD or YYMMDD", date);
        }
        LocalTime clock = timeOfDates;
        if (time != null) {
            clock = x12Time(time.asText().strip());
            if (clock == null) {
                return new Unusable("not-a-time", "a time HHMM, HHMMSS or HHMMSSDD", time);
            }
        }
        ZoneId where = zone;
        if (zoneCode != null && time != null) {
            where = X12Zone.of(zoneCode, zone);
            if (where == null) {
                return new Unusable(
                        "unknown-zone",
                        "a time zone code of X12 such as UT, ET or 05",
                        arguments[2]);
            }
        }
        return Values.derived(day.atTime(clock).atZone(where).toInstant().toString(), date);
    }

    private static LocalDate x12Date(String text) {
        try {
            return switch (text.length()) {
                case 8 -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                case 6 ->
                        // Two digits of a year are of this century: no partner delivered before.
                        LocalDate.parse("20" + text, DateTimeFormatter.BASIC_ISO_DATE);
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime x12Time(String text) {
        if (!text.matches("\\d{4}(\\d{2}(\\d{1,2})?)?")) {
            return null;
        }
        try {
            int seconds = text.length() >= 6 ? Integer.parseInt(text.substring(4, 6)) : 0;
            int hour = Integer.parseInt(text.substring(0, 2));
            int minute = Integer.parseInt(text.substring(2, 4));
            // Some write the end of the day as 2400.
            return hour == 24 && minute == 0
                    ? LocalTime.MAX.withNano(0)
                    : LocalTime.of(hour, minute, seconds);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private JsonNode edifact(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 0);
        if (value == null) {
            return null;
        }
        String format = Values.text(arguments, 1);
        boolean begin = "begin".equals(Values.text(arguments, 2));
        Instant time;
        try {
            time = edifact.read(value.asText().strip(), format == null ? "102" : format, begin);
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            time = null;
        }
        return time == null
                ? new Unusable(
                        "not-a-time",
                        "a date or time in EDIFACT's format " + (format == null ? "102" : format),
                        value)
                : Values.derived(time.toString(), value);
    }
}
