package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.LineAnswer;
import io.milepost.events.LineMilestone;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.RuleBook;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each step tells readers of milestones, and when a line is over. */
class TellingStepsTest {

    private final Steps line = new Steps(Rules.receiptOnly());

    @Test
    void milestonesAreReachedRevisedAndWithdrawn() {
        assertThat(Steps.milestones(line.say(order(10, "2026-03-01"))))
                .containsExactly("REACHED ORDERED ACTUAL", "REACHED RECEIVED PLANNED");
        assertThat(
                        Steps.milestones(
                                line.say(order(10, "2026-03-05").version(2).known("2026-02-05"))))
                .containsExactly("REVISED RECEIVED PLANNED");
        assertThat(Steps.milestones(line.say(receipt(1, 10).known("2026-02-20"))))
                .containsExactly("REACHED RECEIVED ACTUAL");
        assertThat(Steps.milestones(line.at("2026-03-10"))).isEmpty();

        Step reversed = line.say(receipt(2, -10).known("2026-03-11"));

        assertThat(Steps.milestones(reversed)).containsExactly("WITHDRAWN RECEIVED ACTUAL");
        LineMilestone withdrawn = reversed.outputs().milestones().get(0);
        assertThat(withdrawn.getFactId()).as("because of").isEqualTo("receipt/2@1");
        assertThat(withdrawn.getOccurredAt())
                .as("what had been told")
                .isEqualTo(Times.instant(Said.time("2026-02-20")));
        assertThat(withdrawn.getKnownAt()).isEqualTo(Times.instant(Said.time("2026-03-11")));
    }

    @Test
    void aMilestoneOfALineWhoseOrderIsUnknownNamesNoOrder() {
        Step step =
                line.say(
                        acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                                .known("2026-02-05"));

        assertThat(step.outputs().milestones()).isNotEmpty();
        assertThat(step.outputs().milestones())
                .allSatisfy(milestone -> assertThat(milestone.getOrderName()).isNull());
        assertThat(step.outputs().status().getVendor()).isNull();
        assertThat(line.state().order()).isNull();
    }

    @Test
    void aLineIsOverSinceItsLastFactWhenNothingIsOpenAnyMore() {
        line.say(order(10, "2026-03-01"));
        line.at("2026-03-02");
        assertThat(line.state().overSince()).as("is late").isEqualTo(Times.NONE);

        line.say(Said.cancelledOrder(10, "2026-03-01").version(2).known("2026-03-05"));

        assertThat(line.state().overSince()).isEqualTo(Said.time("2026-03-05"));
    }

    @Test
    void aCancelledLineIsNotOverWhileADeadlineIsStillToBeDecided() {
        line.sayAll(
                order(10, "2026-03-01"),
                receipt(1, 10).happened("2026-03-05").known("2026-02-10"),
                Said.invoice("I1", 10, 5).known("2026-02-11"));

        assertThat(line.state().nextInstant()).isEqualTo(Said.time("2026-03-02"));
        assertThat(line.state().overSince()).isEqualTo(Times.NONE);
        line.at("2026-03-02");
        assertThat(line.state().overSince()).isEqualTo(Said.time("2026-02-11"));
    }

    @Test
    void theNewestOrderIsKnownAlsoWhenItWasStoredAway() {
        Said first = order(10, "2026-03-01").known("2026-02-01");
        Said second = order(11, "2026-03-01").version(2).known("2026-02-05");
        Said firstLate = order(10, "2026-03-01").known("2026-02-06");
        Said received = receipt(1, 10).known("2026-02-07");

        assertOrdered("11", first, second);
        assertOrdered("11", second, firstLate);
        assertOrdered("11", second, firstLate, received);
        assertOrdered("11", first, received, second);
    }

    @Test
    void settingATimerChangesNothingElse() {
        line.say(order(10, "2026-03-01"));
        ArmedTimers timers = ArmedTimers.NONE.with(5);

        LineState armed = line.state().withArmed(timers);

        assertThat(armed.armed()).isEqualTo(timers);
        assertThat(armed.withArmed(ArmedTimers.NONE)).isEqualTo(line.state());
    }

    @Test
    void otherRulesThatChangeNothingForALineTellNothing() {
        line.say(order(10, "2026-03-01"));
        line.at("2026-02-10");

        Step step =
                line.under(
                        RuleBook.of(
                                List.of(
                                        Rules.receipt(ZoneOffset.UTC),
                                        Rules.onlyFor(
                                                "others", Rules.acknowledgement(Duration.ZERO)))));

        assertThat(step.outputs().isEmpty()).isTrue();
    }

    @Test
    void aRepeatThatArrivesWhenADeadlineHasPassedDecidesIt() {
        Said said = order(10, "2026-03-01");
        line.say(said);
        long deadline = Said.time("2026-03-02");

        Step early = line.line().apply(line.state(), said.fact(), deadline - 1);
        Step due = line.line().apply(line.state(), said.fact(), deadline);

        assertThat(early.outputs().isEmpty()).isTrue();
        assertThat(early.state()).as("nothing was looked at").isSameAs(line.state());
        assertThat(due.outcome()).isEqualTo(MergeOutcome.DUPLICATE);
        assertThat(due.outputs().alerts()).hasSize(1);
    }

    @Test
    void aRepeatUnderOtherRulesIsDecidedByThem() {
        Said said = order(10, "2026-03-01");
        line.say(said);
        line.at("2026-02-10");

        Step step =
                new Line(Steps.KEY, Rules.all(), FactArchive.inMemory())
                        .apply(line.state(), said.fact(), Said.time("2026-02-10"));

        assertThat(step.outcome()).isEqualTo(MergeOutcome.DUPLICATE);
        assertThat(step.outputs().alerts())
                .extracting(alert -> alert.getRule())
                .contains("acknowledgement");
    }

    @Test
    void aWindowThatKeepsNothingOrMoreThanItHoldsIsRefused() {
        assertThatThrownBy(() -> new Window(4, 0))
                .hasMessage("window: expected 1 <= kept <= most but found 0 and 4");
        assertThatThrownBy(() -> new Window(4, 5))
                .hasMessage("window: expected 1 <= kept <= most but found 5 and 4");
        assertThat(new Window(4, 4).settles(4)).isZero();
        assertThat(new Window(4, 3).settles(5)).isEqualTo(2);
    }

    private static void assertOrdered(String quantity, Said... said) {
        Steps small = new Steps(Rules.receiptOnly(), new Window(1, 1));
        small.sayAll(said);
        assertThat(small.state().settled()).as("what is stored away").isNotNull();
        assertThat(small.state().order().quantity()).isEqualByComparingTo(quantity);
    }
}
