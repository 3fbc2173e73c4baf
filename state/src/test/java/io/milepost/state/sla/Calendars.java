package io.milepost.state.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calendars for tests. */
final class Calendars {

    private Calendars() {}

    /** Monday to Friday, day and night. */
    static BusinessCalendar weekdays(String zone, String... holidays) {
        return hours(zone, 0, 24, holidays);
    }

    /** Monday to Friday between two hours of the day. */
    static BusinessCalendar hours(String zone, int from, int to, String... holidays) {
        return new BusinessCalendar(
                ZoneId.of(zone),
                new TreeSet<>(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                from * 60,
                to * 60,
                List.of(holidays),
                new TreeSet<>());
    }

    /** Every day, day and night. */
    static BusinessCalendar always(String zone) {
        BusinessCalendar calendar = weekdays(zone);
        return new BusinessCalendar(
                calendar.zone(),
                new TreeSet<>(EnumSet.allOf(DayOfWeek.class)),
                0,
                BusinessCalendar.DAY_MINUTES,
                List.of(),
                new TreeSet<>());
    }

    /** The same with further free days. */
    static BusinessCalendar closedOn(BusinessCalendar calendar, String... dates) {
        return new BusinessCalendar(
                calendar.zone(),
                calendar.workingDays(),
                calendar.fromMinute(),
                calendar.toMinute(),
                calendar.holidays(),
                new TreeSet<>(Stream.of(dates).map(LocalDate::parse).toList()));
    }
}
