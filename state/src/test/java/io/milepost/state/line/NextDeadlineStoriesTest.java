package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.clock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.LineAnswer;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When a line has to be looked at next. It was confirmed on 31 January at noon and has two days to
 * be acknowledged; it is promised for 1 March and warned of two days before.
 */
class NextDeadlineStoriesTest {

    private static final RuleBook RULES =
            RuleBook.of(
                    List.of(
                            Rules.acknowledgement(Duration.ofHours(48)),
                            Rules.warned(Rules.receipt(ZoneOffset.UTC), Duration.ofDays(2))));

    private final Story line = Story.under(RULES).given(order(10, "2026-03-01"));

    @Test
    void theEarliestOfSeveralDeadlinesIsNext() {
        assertNext("2026-02-02T12:00Z");

        line.when(clock("2026-02-02T12:00Z"));

        assertNext("2026-02-28");
    }

    @Test
    void theEndOfAWarningIsNextWhileItLasts() {
        line.when(clock("2026-02-28"));

        assertNext("2026-03-02");
    }

    @Test
    void onlyDormancyIsNextWhenEverythingIsDecided() {
        line.when(clock("2026-03-02"));

        assertNext("2027-03-08");
    }

    @Test
    void whatHasComeIsNotWaitedFor() {
        line.when(
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                        .known("2026-02-01"));
        assertNext("2026-02-28");

        line.when(receipt(1, 10).known("2026-02-20"));

        assertNext("2027-03-27");
    }

    @Test
    void episodesAreKeptInTheOrderInWhichTheyOpened() {
        line.when(clock("2026-03-02"));

        assertThat(line.state().episodes())
                .extracting(Episode::rule, Episode::warning)
                .containsExactly(
                        tuple("acknowledgement", false),
                        tuple("receipt", true),
                        tuple("receipt", false));
    }

    private void assertNext(String time) {
        assertThat(Times.instant(line.state().nextInstant()))
                .isEqualTo(Times.instant(Said.time(time)));
    }
}
