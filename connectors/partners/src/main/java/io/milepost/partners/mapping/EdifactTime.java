package io.milepost.partners.mapping;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** Reads dates and times by EDIFACT's code of their format (data element 2379). */
final class EdifactTime {

    private final ZoneId zone;
    private final LocalTime timeOfDates;

    EdifactTime(ZoneId zone, LocalTime timeOfDates) {
        this.zone = zone;
        this.timeOfDates = timeOfDates;
    }

    /**
     * The instant that a value names.
     *
     * @param begin whether a period stands for its first day; for its last otherwise
     * @return {@code null} for a format that is not known
     */
    Instant read(String value, String format, boolean begin) {
        return switch (format) {
            case "2" ->
                    date(day(value.substring(4, 6), value.substring(2, 4), value.substring(0, 2)));
            case "101" -> date(sixDigits(value));
            case "102" -> date(eightDigits(value));
            case "201" -> at(sixDigits(value), value.substring(6));
            // Some write a date only where they announce a time.
            case "203", "204" ->
                    value.length() == 8
                            ? date(eightDigits(value))
                            : at(eightDigits(value), value.substring(8));
            case "205", "303", "304" -> zoned(value);
            case "602" -> date(period(value.substring(0, 4) + (begin ? "01" : "12"), begin));
            case "610" -> date(period(value, begin));
            case "609" -> date(period("20" + value, begin));
            case "615" -> date(week("20" + value, begin));
            case "616" -> date(week(value, begin));
            case "711" -> date(eightDigits(part(value, 8, begin)));
            case "717" -> date(sixDigits(part(value, 6, begin)));
            case "718" -> date(eightDigits(part(value, 8, begin)));
            case "719" -> read(part(value, 12, begin), "203", begin);
            case "713" -> read(part(value, 10, begin), "201", begin);
            default -> null;
        };
    }

    /** One of the two halves of a range, with or without a hyphen between them. */
    private static String part(String value, int length, boolean begin) {
        String digits = value.replace("-", "");
        return begin ? digits.substring(0, length) : digits.substring(length, 2 * length);
    }

    private Instant date(LocalDate day) {
        return day.atTime(timeOfDates).atZone(zone).toInstant();
    }

    private Instant at(LocalDate day, String time) {
        return day.atTime(clock(time)).atZone(zone).toInstant();
    }

    private static LocalTime clock(String time) {
        int seconds = time.length() >= 6 ? Integer.parseInt(time.substring(4, 6)) : 0;
        return LocalTime.of(
                Integer.parseInt(time.substring(0, 2)),
                Integer.parseInt(time.substring(2, 4)),
                seconds);
    }

    /** Date, hours, minutes, perhaps seconds, then an offset +HHMM or the name of a zone. */
    private Instant zoned(String value) {
        int end = 12;
        while (end < value.length() && end < 14 && Character.isDigit(value.charAt(end))) {
            end++;
        }
        LocalDate day = eightDigits(value);
        String offset = value.substring(end);
        return day.atTime(clock(value.substring(8, end))).atZone(zone(offset)).toInstant();
    }

    private ZoneId zone(String text) {
        if (text.isEmpty()) {
            return zone;
        }
        char sign = text.charAt(0);
        if (sign == '+' || sign == '-') {
            return ZoneOffset.of(text.length() == 5 || text.length() == 3 ? text : text + "00");
        }
        return ZoneId.of(text, ZoneId.SHORT_IDS);
    }

    private static LocalDate eightDigits(String value) {
        return day(value.substring(0, 4), value.substring(4, 6), value.substring(6, 8));
    }

    private static LocalDate sixDigits(String value) {
        return day("20" + value.substring(0, 2), value.substring(2, 4), value.substring(4, 6));
    }

    private static LocalDate day(String year, String month, String day) {
        String century = year.length() == 2 ? "20" + year : year;
        return LocalDate.of(
                Integer.parseInt(century), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate period(String yearMonth, boolean begin) {
        YearMonth month =
                YearMonth.of(
                        Integer.parseInt(yearMonth.substring(0, 4)),
                        Integer.parseInt(yearMonth.substring(4, 6)));
        return begin ? month.atDay(1) : month.atEndOfMonth();
    }

    private static LocalDate week(String yearWeek, boolean begin) {
        LocalDate monday =
                LocalDate.of(Integer.parseInt(yearWeek.substring(0, 4)), 1, 4)
                        .with(
                                IsoFields.WEEK_OF_WEEK_BASED_YEAR,
                                Integer.parseInt(yearWeek.substring(4, 6)))
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return begin ? monday : monday.plusDays(6);
    }
}
