package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.state.Said;
import io.milepost.state.Times;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void anOrderOfFridayEveningIsDueOnMondayEveningBecauseTheWeekendIsFree() {
        // given a supplier that works Monday to Friday in Berlin, and 24 hours to answer
        BusinessCalendar calendar = Calendars.weekdays("Europe/Berlin");
        // when the order is of Friday 18:00
        long due = calendar.add(berlin("2026-03-06T18:00"), 24 * HOUR);
        // then the answer is due on Monday 18:00
        assertThat(due).isEqualTo(berlin("2026-03-09T18:00"));
    }

    @Test
    void anOrderOfSundayStartsToCountOnMonday() {
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17);
        assertThat(calendar.add(berlin("2026-03-08T12:00"), HOUR))
                .isEqualTo(berlin("2026-03-09T09:00"));
    }

    @Test
    void aPublicHolidayIsFree() {
        // given Easter of 2026: Good Friday is 3 April, Easter Monday 6 April
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17, "DE");
        // when two hours are given on Thursday 16:00
        long due = calendar.add(berlin("2026-04-02T16:00"), 2 * HOUR);
        // then the second one is the first of Tuesday
        assertThat(due).isEqualTo(berlin("2026-04-07T09:00"));
    }

    @Test
    void aHolidayOfAPartOfTheCountryIsFreeThereOnly() {
        // given Epiphany, Tuesday 6 January 2026, a holiday in Bavaria
        long monday = berlin("2026-01-05T12:00");
        assertThat(Calendars.weekdays("Europe/Berlin", "DE-BY").add(monday, 24 * HOUR))
                .isEqualTo(berlin("2026-01-07T12:00"));
        assertThat(Calendars.weekdays("Europe/Berlin", "DE").add(monday, 24 * HOUR))
                .isEqualTo(berlin("2026-01-06T12:00"));
    }

    @Test
    void aHolidayOnASaturdayIsFreeOnTheDayThatMakesUpForIt() {
        // given the Fourth of July 2026, a Saturday, made up for on Friday
        BusinessCalendar calendar = Calendars.weekdays("America/New_York", "US");
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-07-03"))).isFalse();
    }

    @Test
    void aDayThatThePartnerIsClosedIsFree() {
        BusinessCalendar calendar =
                Calendars.closedOn(Calendars.weekdays("Europe/Berlin"), "2026-12-24");
        assertThat(calendar.add(berlin("2026-12-23T12:00"), 24 * HOUR))
                .isEqualTo(berlin("2026-12-25T12:00"));
    }

    @Test
    void hoursAreThoseOfThePartner() {
        // given a supplier in Shanghai that works 9 to 18, which is 1:00 to 10:00 UTC
        BusinessCalendar calendar = Calendars.hours("Asia/Shanghai", 9, 18);
        // when it gets an order at 12:00 UTC and has four hours
        long due = calendar.add(Said.time("2026-03-03T12:00Z"), 4 * HOUR);
        // then they end at 13:00 of its next day, 5:00 UTC
        assertThat(due).isEqualTo(Said.time("2026-03-04T05:00Z"));
    }

    @Test
    void aDayBeforeMondayIsFriday() {
        // given a ship notice that is due 24 working hours before the goods are promised
        BusinessCalendar calendar = Calendars.weekdays("Europe/Berlin");
        // when they are promised for Monday noon, then it is due on Friday noon
        assertThat(calendar.add(berlin("2026-03-09T12:00"), -24 * HOUR))
                .isEqualTo(berlin("2026-03-06T12:00"));
    }

    @Test
    void backwardsFromASundayEndsOnFriday() {
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17);
        assertThat(calendar.add(berlin("2026-03-08T12:00"), -HOUR))
                .isEqualTo(berlin("2026-03-06T16:00"));
        assertThat(calendar.add(berlin("2026-03-08T12:00"), -9 * HOUR))
                .isEqualTo(berlin("2026-03-06T08:00"));
    }

    @Test
    void theNightInSpringIsAnHourShorterForThoseWhoWorkThroughIt() {
        // given Sunday 29 March 2026, when 2:00 becomes 3:00
        assertThat(Calendars.always("Europe/Berlin").add(berlin("2026-03-28T12:00"), 24 * HOUR))
                .isEqualTo(berlin("2026-03-29T13:00"));
    }

    @Test
    void theNightInAutumnIsAnHourLongerForThoseWhoWorkThroughIt() {
        // given Sunday 25 October 2026, when 3:00 becomes 2:00
        assertThat(Calendars.always("Europe/Berlin").add(berlin("2026-10-24T12:00"), 24 * HOUR))
                .isEqualTo(berlin("2026-10-25T11:00"));
    }

    @Test
    void whoWorksFromEightToFiveDoesNotFeelTheNight() {
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17);
        assertThat(calendar.add(berlin("2026-03-27T16:00"), 2 * HOUR))
                .isEqualTo(berlin("2026-03-30T09:00"));
        assertThat(calendar.add(berlin("2026-10-23T16:00"), 2 * HOUR))
                .isEqualTo(berlin("2026-10-26T09:00"));
    }

    @Test
    void theLastHourEndsWhenWorkEnds() {
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17);
        assertThat(calendar.add(berlin("2026-03-03T08:00"), 9 * HOUR))
                .isEqualTo(berlin("2026-03-03T17:00"));
        assertThat(calendar.add(berlin("2026-03-03T08:00"), 9 * HOUR + 1))
                .isEqualTo(berlin("2026-03-04T08:00") + 1);
    }

    @Test
    void noTimeAtAllChangesNothing() {
        long sunday = berlin("2026-03-08T12:00");
        assertThat(Calendars.hours("Europe/Berlin", 8, 17).add(sunday, 0)).isEqualTo(sunday);
    }

    @Test
    void theEndOfTheDayIsWhenWorkEnds() {
        BusinessCalendar calendar = Calendars.hours("Europe/Berlin", 8, 17);
        assertThat(calendar.endOfDay(berlin("2026-03-03T10:00")))
                .isEqualTo(berlin("2026-03-03T17:00"));
        assertThat(calendar.endOfDay(berlin("2026-03-03T17:00")))
                .isEqualTo(berlin("2026-03-03T17:00"));
        assertThat(calendar.endOfDay(berlin("2026-03-03T17:01")))
                .as("work was over: the next day")
                .isEqualTo(berlin("2026-03-04T17:00"));
        assertThat(calendar.endOfDay(berlin("2026-03-07T10:00")))
                .as("a Saturday: Monday")
                .isEqualTo(berlin("2026-03-09T17:00"));
    }

    @Test
    void theEndOfAWholeDayIsMidnight() {
        BusinessCalendar calendar = Calendars.weekdays("Europe/Berlin");
        assertThat(calendar.endOfDay(berlin("2026-03-06T00:00")))
                .isEqualTo(berlin("2026-03-07T00:00"));
    }

    @Test
    void aCalendarWithoutAnyWorkingDayIsFoundOut() {
        // given a calendar on which every day is free, and the first day of all
        BusinessCalendar free =
                new BusinessCalendar(
                        ZoneOffset.UTC,
                        new TreeSet<>(),
                        0,
                        BusinessCalendar.DAY_MINUTES,
                        List.of(),
                        new TreeSet<>());
        // then it is given up after 400 days in either direction
        assertGivenUp(() -> free.add(0, 1), "1971-02-06");
        assertGivenUp(() -> free.endOfDay(0), "1971-02-06");
        assertGivenUp(() -> free.add(0, -1), "1968-11-26");
    }

    @Test
    void aBreakOfAYearIsLongButNoReasonToGiveUp() {
        // given a partner that is closed for all of 2026
        BusinessCalendar calendar =
                Calendars.closedOn(
                        Calendars.weekdays("Europe/Berlin"),
                        LocalDate.parse("2026-01-01")
                                .datesUntil(LocalDate.parse("2027-01-01"))
                                .map(LocalDate::toString)
                                .toArray(String[]::new));

        assertThat(calendar.add(berlin("2025-12-31T23:00"), 2 * HOUR))
                .isEqualTo(berlin("2027-01-01T01:00"));
        assertThat(calendar.add(berlin("2027-01-01T01:00"), -2 * HOUR))
                .isEqualTo(berlin("2025-12-31T23:00"));
        assertThat(calendar.endOfDay(berlin("2026-01-01T12:00")))
                .isEqualTo(berlin("2027-01-02T00:00"));
    }

    private static void assertGivenUp(ThrowingCallable counting, String last) {
        assertThatThrownBy(counting)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "calendar: expected a working day within 400 days but found none up to "
                                + last);
    }

    private static long berlin(String wall) {
        return Times.micros(
                LocalDateTime.parse(wall).atZone(java.time.ZoneId.of("Europe/Berlin")).toInstant());
    }
}
