package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.feed.FeedReport;
import io.milepost.local.views.Conservation;
import io.milepost.local.views.Postings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Conservation BALANCED = new Conservation(9_000, 8_800, 150, 49, 0, 1);

    @Test
    void theLastLineOfTheDemoHasItsCountsInOrder() {
        Outcome outcome = outcome(BALANCED);

        assertThat(outcome.json().seconds(outcome.took()))
                .hasToString(
                        "{\"lines\":1000,\"eventsIn\":9000,\"milestonesReached\":4711,"
                                + "\"alertsRaised\":56,\"alertsCleared\":34,"
                                + "\"alertsRetracted\":10,\"odooCommands\":77,\"deadLetters\":1,"
                                + "\"seconds\":23.5}");
    }

    @Test
    void theConservationHasThePartsOfEachTopic() {
        assertThat(outcome(BALANCED).conservationJson())
                .hasToString(
                        "{\"odoo.receipts\":{\"in\":9000,\"effective\":8800,\"duplicate\":150,"
                                + "\"withoutEffect\":49,\"waiting\":0,\"deadLettered\":1},"
                                + "\"sla.policies\":{\"in\":1,\"effective\":1,\"duplicate\":0,"
                                + "\"withoutEffect\":0,\"waiting\":0,\"deadLettered\":0}}");
    }

    @Test
    void booksThatBalanceAreNotSpokenOf() {
        assertThat(Books.differences(outcome(BALANCED))).isEmpty();
    }

    @Test
    void aRecordThatIsLostIsMissedInItsTopic() {
        assertThat(
                        Books.differences(outcome(new Conservation(9_000, 8_800, 149, 49, 0, 1)))
                                .lines())
                .containsExactly(
                        "The books do not balance: records were lost or counted twice.",
                        "  odoo.receipts: expected 8999 records in but found 9000");
    }

    @Test
    void aRecordThatNeverCameInAndALetterTooManyAreMissed() {
        assertThat(
                        Books.differences(outcome(new Conservation(8_998, 8_799, 150, 49, 0, 0)))
                                .lines())
                .containsExactly(
                        "The books do not balance: records were lost or counted twice.",
                        "  all other topics, of the records sent: expected 9000 records in but"
                                + " found 8998",
                        "  dead letters: expected the 0 that the books say but found 1");
    }

    @Test
    void aRuleThatNeverCameInIsMissedAmongTheRules() {
        Conservation none = Conservation.NONE;

        assertThat(Books.differences(outcome(BALANCED, none)).lines())
                .containsExactly(
                        "The books do not balance: records were lost or counted twice.",
                        "  sla.policies, of the rules published: expected 1 records in but found"
                                + " 0");
    }

    private static Outcome outcome(Conservation receipts) {
        return outcome(receipts, new Conservation(1, 1, 0, 0, 0, 0));
    }

    private static Outcome outcome(Conservation receipts, Conservation rules) {
        Map<String, Conservation> books = new LinkedHashMap<>();
        books.put("odoo.receipts", receipts);
        books.put("sla.policies", rules);
        return new Outcome(
                Feed.of(List.of(), 0),
                new FeedReport(9_000, 400, 0, false),
                1,
                Moments.counts(0, "2026-06-30T00:00:00Z"),
                Postings.of(List.of()),
                books,
                Duration.ofMillis(23_456));
    }
}
