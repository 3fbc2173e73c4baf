package io.milepost.local.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.feed.Micros;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thursday 2 April 2026 is before Good Friday; Easter Monday is the 6th. */
class WorkingTimeTest {

    private static final Set<DayOfWeek> WEEKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final WorkingTime BERLIN =
            hours("Europe/Berlin", WEEKDAYS, 8 * 60, 17 * 60, "DE-BY");
    private static final WorkingTime ALL_DAY = hours("UTC", WEEKDAYS, 0, 1_440);

    @ParameterizedTest(name = "{0} plus {1} h is {2}")
    @CsvSource({
        // The example of the docs: two working days over Easter.
        "2026-04-02T14:00:00Z, 18, 2026-04-08T14:00:00Z",
        "2026-04-08T14:00:00Z, -9, 2026-04-07T14:00:00Z",
        // Ends with the day's work, not at the start of the next day's.
        "2026-03-09T07:00:00Z, 9, 2026-03-09T16:00:00Z",
        "2026-03-09T16:00:00Z, -9, 2026-03-09T07:00:00Z",
        // Before work, after work, on a Sunday.
        "2026-03-09T01:00:00Z, 1, 2026-03-09T08:00:00Z",
        "2026-03-09T20:00:00Z, 1, 2026-03-10T08:00:00Z",
        "2026-03-08T12:00:00Z, 1, 2026-03-09T08:00:00Z",
        "2026-03-08T12:00:00Z, -1, 2026-03-06T15:00:00Z",
        // Nothing is counted, so nothing moves.
        "2026-03-08T12:00:00Z, 0, 2026-03-08T12:00:00Z"
    })
    void countsTheTimeInWhichPeopleWork(Instant from, long hours, Instant expected) {
        assertThat(plus(BERLIN, from, hours)).isEqualTo(expected);
    }

    @Test
    void twoWorkingDaysOfTwentyFourHoursLeaveTheWeekendOut() {
        assertThat(plus(ALL_DAY, Instant.parse("2026-03-06T10:00:00Z"), 48))
                .isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
        assertThat(plus(ALL_DAY, Instant.parse("2026-03-06T00:00:00Z"), 24))
                .isEqualTo(Instant.parse("2026-03-07T00:00:00Z"));
    }

    @Test
    void aNightInWhichTheClockIsMovedHasAnHourLessOrMore() {
        WorkingTime sundays = hours("Europe/Berlin", EnumSet.of(DayOfWeek.SUNDAY), 0, 1_440);

        assertThat(plus(sundays, Instant.parse("2026-03-28T23:00:00Z"), 23))
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(plus(sundays, Instant.parse("2026-10-24T22:00:00Z"), 25))
                .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void aTimeThatTheClockSkipsIsTheFirstAfterTheGapAndOneShownTwiceTheFirst() {
        WorkingTime early = hours("Europe/Berlin", EnumSet.allOf(DayOfWeek.class), 150, 300);

        assertThat(plus(early, Instant.parse("2026-03-28T22:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(plus(early, Instant.parse("2026-10-24T22:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest(name = "work of {0} ends {1}")
    @CsvSource({
        "2026-03-09T12:00:00Z, 2026-03-09T16:00:00Z",
        "2026-03-09T16:00:00Z, 2026-03-09T16:00:00Z",
        "2026-03-09T16:00:01Z, 2026-03-10T16:00:00Z",
        "2026-03-09T01:00:00Z, 2026-03-09T16:00:00Z",
        "2026-03-07T08:00:00Z, 2026-03-09T16:00:00Z",
        "2026-04-03T08:00:00Z, 2026-04-07T15:00:00Z"
    })
    void theDayEndsWithItsWorkOrThatOfTheNextWorkingDay(Instant time, Instant expected) {
        assertThat(Micros.toInstant(BERLIN.endOfWork(Micros.of(time)))).isEqualTo(expected);
    }

    @Test
    void holidaysOfACountryAreThoseOfAllOfIt() {
        LocalDate epiphany = LocalDate.parse("2026-01-06");

        assertThat(workDays("DE").contains(epiphany)).isTrue();
        assertThat(workDays("DE-BY").contains(epiphany)).isFalse();
        assertThat(workDays("DE").contains(LocalDate.parse("2026-05-01"))).isFalse();
    }

    @Test
    void aHolidayThatIsMadeUpForIsFreeOnBothDays() {
        // Independence Day of 2026 is a Saturday.
        WorkDays all = new WorkDays(EnumSet.allOf(DayOfWeek.class), List.of("US"), Set.of());

        assertThat(all.contains(LocalDate.parse("2026-07-03"))).isFalse();
        assertThat(all.contains(LocalDate.parse("2026-07-04"))).isFalse();
        assertThat(all.contains(LocalDate.parse("2026-07-06"))).isTrue();
    }

    @Test
    void furtherFreeDaysAreFree() {
        LocalDate day = LocalDate.parse("2026-12-24");

        assertThat(new WorkDays(WEEKDAYS, List.of(), Set.of(day)).contains(day)).isFalse();
        assertThat(workDays("DE-BY").contains(day)).isTrue();
    }

    private static Instant plus(WorkingTime calendar, Instant from, long hours) {
        return Micros.toInstant(calendar.plus(Micros.of(from), hours * Micros.HOUR));
    }

    private static WorkDays workDays(String code) {
        return new WorkDays(WEEKDAYS, List.of(code), Set.of());
    }

    private static WorkingTime hours(
            String zone, Set<DayOfWeek> weekdays, int from, int to, String... holidays) {
        return new WorkingTime(
                ZoneId.of(zone), new WorkDays(weekdays, List.of(holidays), Set.of()), from, to);
    }
}
