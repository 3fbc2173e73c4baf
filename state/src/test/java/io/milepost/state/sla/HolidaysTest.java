package io.milepost.state.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    private final Holidays holidays = new Holidays();

    @ParameterizedTest
    @CsvSource({
        "DE,    true",
        "US-CA, true",
        "DE-QQ, false",
        "XX,    false",
        "XX-BY, false",
        "de,    false",
        "NYSE,  false"
    })
    void onlyPlacesWhoseHolidaysAreKnownAreAccepted(String code, boolean known) {
        assertThat(holidays.isKnown(code)).isEqualTo(known);
        assertThat(Holidays.knows(code)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "DE,    2026-12-25, true",
        "DE,    2026-12-24, false",
        "DE,    2026-01-06, false",
        "DE-BY, 2026-01-06, true",
        "DE-BY, 2026-12-25, true",
        "US,    2026-07-03, true",
        "US,    2026-07-04, true"
    })
    void aDayIsFreeInThePlaceThatCelebratesIt(String code, LocalDate date, boolean free) {
        assertThat(holidays.isFree(code, date)).isEqualTo(free);
        assertThat(Holidays.isHoliday(code, date)).isEqualTo(free);
    }

    @Test
    void aDayThatIsOnlyObservedIsNotFree() {
        // given Confederate Memorial Day, which Alabama observes and people work on
        assertThat(holidays.isFree("US-AL", LocalDate.parse("2026-04-27"))).isFalse();
        assertThat(holidays.isFree("US-AL", LocalDate.parse("2026-12-25"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1899, false", "1900, true", "2150, true", "2151, false"})
    void yearsThatAreNotTabledHaveNoHolidays(int year, boolean tabled) {
        assertThat(holidays.isFree("DE", LocalDate.of(year, 12, 25))).isEqualTo(tabled);
    }

    @Test
    void aThreadThatDoesNotSeeOurClassesLooksHolidaysUpAllTheSame() {
        // given a thread of the cluster, whose loader has not our libraries
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader cluster = ClassLoader.getPlatformClassLoader();
        thread.setContextClassLoader(cluster);
        try {
            assertThat(holidays.isKnown("PT")).isTrue();
            assertThat(holidays.isFree("PT", LocalDate.parse("2026-12-25"))).isTrue();
            assertThat(thread.getContextClassLoader()).as("is given back").isSameAs(cluster);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
