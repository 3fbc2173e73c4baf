package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.Said;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of counting working time, over three years with their holidays and changes of the clock. */
class BusinessCalendarLawsTest {

    private static final long MINUTE = 60_000_000L;
    private static final long FIRST = Said.time("2025-01-01");
    private static final long LAST = Said.time("2028-01-01");

    @Property
    void aSpanInTwoPartsIsTheSpanAsAWhole(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("times") long time,
            @ForAll("spans") long one,
            @ForAll("spans") long other) {
        assertThat(calendar.add(calendar.add(time, one), other))
                .isEqualTo(calendar.add(time, one + other));
        assertThat(calendar.add(calendar.add(time, -one), -other))
                .isEqualTo(calendar.add(time, -one - other));
    }

    @Property
    void moreTimeIsNeverDueEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("times") long time,
            @ForAll("spans") long less,
            @ForAll("spans") long more) {
        assertThat(calendar.add(time, less + more))
                .isGreaterThanOrEqualTo(calendar.add(time, less) + more);
    }

    @Property
    void whatStartsLaterIsNeverDueEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("times") long time,
            @ForAll("spans") long later,
            @ForAll("spans") long span) {
        assertThat(calendar.add(time + later, span))
                .isGreaterThanOrEqualTo(calendar.add(time, span));
        assertThat(calendar.add(time + later, -span))
                .isGreaterThanOrEqualTo(calendar.add(time, -span));
        assertThat(calendar.endOfDay(time + later)).isGreaterThanOrEqualTo(calendar.endOfDay(time));
    }

    @Property
    void whatWasCountedForwardsCountsBackToTheSameEnd(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("times") long time,
            @ForAll("spans") long span) {
        long end = calendar.add(time, span);
        long back = calendar.add(end, -span);

        assertThat(back)
                .as("free time before work started is skipped")
                .isGreaterThanOrEqualTo(time);
        assertThat(calendar.add(back, span)).isEqualTo(end);
    }

    @Property
    void theEndOfADayIsNotBeforeTheTimeAndStaysWhatItIs(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("times") long time) {
        long end = calendar.endOfDay(time);
        assertThat(end).isGreaterThanOrEqualTo(time);
        assertThat(calendar.add(end, -MINUTE)).isEqualTo(end - MINUTE);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.of(
                List.of(
                        Calendars.weekdays("UTC"),
                        Calendars.always("Europe/Berlin"),
                        Calendars.hours("Europe/Berlin", 8, 17, "DE-BY", "AT"),
                        Calendars.hours("America/New_York", 1, 3, "US"),
                        Calendars.hours("Asia/Tokyo", 9, 18, "JP"),
                        Calendars.weekdays("Pacific/Auckland", "NZ"),
                        Calendars.weekdays("America/Santiago", "CL")));
    }

    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.longs().between(FIRST, LAST);
    }

    @Provide
    Arbitrary<Long> spans() {
        return Arbitraries.longs().between(0, 30 * 24 * 60 * MINUTE);
    }
}
