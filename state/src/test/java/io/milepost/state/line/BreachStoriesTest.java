package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.line.Story.breach;
import static io.milepost.state.line.Story.cleared;
import static io.milepost.state.line.Story.clock;
import static io.milepost.state.line.Story.conflict;
import static io.milepost.state.line.Story.retracted;
import static io.milepost.state.line.Story.silently;
import static io.milepost.state.line.Story.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadlineBase;
import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a promise to deliver ten pieces by the end of 2026-03-01. */
class BreachStoriesTest {

    private final Story line = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));

    @Test
    void inTime() {
        line.when(receipt(1, 10).known("2026-03-01T17:00Z")).when(clock("2026-03-02")).then();
    }

    @Test
    void late() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(1, 10).known("2026-03-04"))
                .then(cleared("receipt"));
    }

    @Test
    void theDeadlineItselfIsLate() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(1, 10).happened("2026-03-02").known("2026-03-03"))
                .then(cleared("receipt"));
    }

    @Test
    void recordedLateButInTime() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(1, 10).happened("2026-03-01T17:00Z").known("2026-03-03"))
                .then(retracted("receipt"));
    }

    @Test
    void knownBeforeTheDeadlineButProcessedLate() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(receipt(1, 10).known("2026-03-01T17:00Z"))
                .then(withdrawn("receipt"));
        assertThat(line.state().episodes()).isEmpty();
    }

    @Test
    void openedAndClosedInOneStepNotifiesNobody() {
        line.when(receipt(1, 10).happened("2026-03-01T17:00Z").known("2026-03-03"))
                .then()
                .when(clock("2026-03-04"))
                .then(silently(retracted("receipt")));
    }

    @Test
    void aReceiptThatIsKnownToComeTooLateIsABreachOnTheDeadline() {
        line.when(receipt(1, 10).happened("2026-03-05").known("2026-02-27"))
                .when(clock("2026-03-01"))
                .then()
                .when(clock("2026-03-02"))
                .then(silently(cleared("receipt")));
    }

    @Test
    void whatBecomesKnownAtTheDeadlineItselfWasNotKnownBefore() {
        line.when(receipt(1, 10).happened("2026-03-01T17:00Z").known("2026-03-02"))
                .when(clock("2026-03-02"))
                .then(silently(retracted("receipt")));
    }

    @Test
    void nothingIsDecidedAMicrosecondEarly() {
        long deadline = Said.time("2026-03-02");
        line.whenMicros(deadline - 1).then().whenMicros(deadline).then(breach("receipt"));
    }

    @Test
    void deadlinesRoundUpToTheMillisecondOfATimer() {
        assertThat(ArmedTimers.roundUp(1_000)).isEqualTo(1);
        assertThat(ArmedTimers.roundUp(1_001)).isEqualTo(2);
        assertThat(ArmedTimers.roundUp(-1_001)).isEqualTo(-1);
        assertThat(ArmedTimers.NONE.missingFor(Times.NONE)).isEqualTo(Times.NONE);
        assertThat(ArmedTimers.NONE.with(2).missingFor(1_001)).isEqualTo(Times.NONE);
        assertThat(ArmedTimers.NONE.with(2).missingFor(1_000)).isEqualTo(1);
        assertThat(ArmedTimers.NONE.with(3).with(2).firedUpTo(2).millis()).containsExactly(3L);
    }

    @Test
    void aDuplicateSaysNothing() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .when(
                        order(10, "2026-03-01"),
                        order(10, "2026-03-01").happened("2026-02-01").known("2026-03-02"))
                .then();
    }

    @Test
    void oneVersionSaidInTwoWaysIsReportedOnceAndOneIsKept() {
        Said ten = receipt(1, 10).known("2026-02-20");
        Said nine = receipt(1, 9).known("2026-02-20");
        line.when(ten, nine).then(conflict("receipt/1@1")).when(nine, ten).then();
        LineFacts tenFirst = LineFacts.of(List.of(ten.fact(), nine.fact()));
        LineFacts nineFirst = LineFacts.of(List.of(nine.fact(), ten.fact()));

        assertThat(tenFirst).isEqualTo(nineFirst);
        assertThat(tenFirst.size()).isEqualTo(1);
    }

    @Test
    void aRestartWithdrawsNothing() {
        line.when(clock("2026-03-02"))
                .then(breach("receipt"))
                .whenRestarted()
                .then()
                .when(order(10, "2026-03-01").known("2026-02-01"))
                .then()
                .when(clock("2026-03-02"))
                .then();
    }

    @Test
    void theDayOfAZoneEndsWhenItsCalendarSays() {
        Rule berlin = Rules.receipt(ZoneId.of("Europe/Berlin"));
        Story spring = Story.under(RuleBook.of(List.of(berlin)));
        spring.given(order(10, Said.time("2026-03-28T23:30Z"), OrderState.PURCHASE))
                .when(clock("2026-03-29T21:59Z"))
                .then()
                .when(clock("2026-03-29T22:00Z"))
                .then(breach("receipt"));
        Story autumn = Story.under(RuleBook.of(List.of(berlin)));
        autumn.given(order(10, "2026-10-25"))
                .when(clock("2026-10-25T22:59Z"))
                .then()
                .when(clock("2026-10-25T23:00Z"))
                .then(breach("receipt"));
    }

    @Test
    void aLineUsesTheVersionOfARuleThatHeldWhenItsClockStarted() {
        Rule twoDays = Rules.acknowledgement(Duration.ofHours(48));
        long confirmed = Said.time("2026-01-31T12:00Z");
        Rule oneDay = Rules.version(twoDays, 2, confirmed, Duration.ofHours(24));
        Rule later = Rules.version(twoDays, 3, confirmed + 1, Duration.ofHours(1));

        Story.under(RuleBook.of(List.of(twoDays, oneDay, later)))
                .given(order(10, "2026-03-01"))
                .when(clock("2026-03-01"))
                .then(breach("acknowledgement"))
                .thenEpisode("acknowledgement", "2026-02-01T12:00Z", "2026-02-01T12:00Z");
    }

    @Test
    void aVersionForOthersReplacesTheOlderOneAllTheSame() {
        Rule forAll = Rules.acknowledgement(Duration.ofHours(48));
        Rule forOthers =
                Rules.onlyFor(
                        "others", Rules.version(forAll, 2, Said.time("2026-01-01"), Duration.ZERO));

        Story.under(RuleBook.of(List.of(forAll, forOthers)))
                .given(order(10, "2026-03-01"))
                .when(clock("2026-03-01"))
                .then();
    }

    @Test
    void aClockWhoseStartIsTakenBackClosesTheBreachWhenThatBecomesKnown() {
        Rule invoice =
                Rules.rule(
                        "invoice",
                        MilestoneName.INVOICED,
                        MilestoneName.RECEIVED,
                        DeadlineBase.START,
                        Duration.ofDays(1),
                        false,
                        ZoneOffset.UTC);
        Story story =
                Story.under(RuleBook.of(List.of(invoice)))
                        .given(order(10, "2026-03-01"), receipt(1, 10).known("2026-02-10"))
                        .when(clock("2026-02-11"))
                        .then(breach("invoice"))
                        .when(receipt(2, -10).known("2026-02-15"))
                        .then(cleared("invoice"));

        assertThat(story.state().episodes().get(0).closedAt()).isEqualTo(Said.time("2026-02-15"));
    }

    @Test
    void aRuleIsMetByAnyAcknowledgementInTime() {
        Story.under(RuleBook.of(List.of(Rules.acknowledgement(Duration.ofHours(48)))))
                .given(order(10, "2026-03-01"))
                .when(acknowledgement("A1", part(1, LineAnswer.REJECTED, null)).known("2026-02-02"))
                .when(clock("2026-03-01"))
                .then();
    }
}
