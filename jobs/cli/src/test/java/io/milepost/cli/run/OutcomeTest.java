package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.feed.FeedReport;
import io.milepost.local.views.Postings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void theLastLineOfTheDemoHasItsCountsInOrder() {
        Outcome outcome =
                new Outcome(
                        Feed.of(List.of(), 0),
                        new FeedReport(9_000, 400, 0, false),
                        Moments.counts(0, "2026-06-30T00:00:00Z"),
                        Postings.of(List.of()),
                        Duration.ofMillis(23_456));

        assertThat(outcome.json().seconds(outcome.took()))
                .hasToString(
                        "{\"lines\":1000,\"eventsIn\":9000,\"milestonesReached\":4711,"
                                + "\"alertsRaised\":56,\"alertsCleared\":34,"
                                + "\"alertsRetracted\":10,\"odooCommands\":77,\"deadLetters\":1,"
                                + "\"seconds\":23.5}");
    }
}
