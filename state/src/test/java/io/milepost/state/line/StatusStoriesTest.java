package io.milepost.state.line;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.Said.shipNotice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineStage;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.sla.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the status of a line shows: ten pieces at 5 EUR, promised for 1 March. */
class StatusStoriesTest {

    private static final long DAY = Duration.ofDays(1).toNanos() / 1000;

    private final Steps line =
            new Steps(
                    RuleBook.of(
                            List.of(
                                    Rules.warned(
                                            Rules.receipt(ZoneOffset.UTC), Duration.ofDays(2)))));

    @Test
    void theOrderIsShownAndAllOfItIsOpen() {
        LineStatus status = line.say(order(10, "2026-03-01")).outputs().status();

        assertThat(status.getOrderName()).isEqualTo("P00042");
        assertThat(status.getStage()).isEqualTo(LineStage.OPEN);
        assertThat(status.getMilestone()).isEqualTo(MilestoneName.ORDERED);
        assertThat(status.getOrdered()).isEqualByComparingTo("10");
        assertThat(status.getOpenValue()).isEqualByComparingTo("50");
        assertThat(status.getNextDeadlineAt()).isEqualTo(Times.instant(Said.time("2026-02-28")));
        assertThat(status.getLateAgainstCurrentMicros()).isNull();
    }

    @Test
    void quantitiesAreShownWhereTheyAre() {
        line.sayAll(
                order(10, "2026-03-01"),
                acknowledgement(
                                "A1",
                                part(6, LineAnswer.ACCEPTED, "2026-03-01"),
                                part(3, LineAnswer.BACKORDERED, "2026-03-08"),
                                part(1, LineAnswer.REJECTED, null))
                        .known("2026-02-02"),
                shipNotice("S1", 6, false).known("2026-02-20"),
                receipt(1, 5).known("2026-02-22"),
                Said.of("hold/1", h -> new HoldFact(h, false, new BigDecimal("2")))
                        .known("2026-02-23"),
                Said.of("claim/1", h -> new ClaimFact(h, false, new BigDecimal("1.5")))
                        .known("2026-02-24"));

        LineStatus status = line.status();
        assertThat(status.getConfirmed()).isEqualByComparingTo("6");
        assertThat(status.getBackordered()).isEqualByComparingTo("3");
        assertThat(status.getShipped()).isEqualByComparingTo("6");
        assertThat(status.getReceived()).isEqualByComparingTo("5");
        assertThat(status.getHeld()).isEqualByComparingTo("2");
        assertThat(status.getClaimed()).isEqualByComparingTo("1.5");
        assertThat(status.getOpenValue()).isEqualByComparingTo("25");
        assertThat(status.getWanted())
                .containsExactly(
                        CommandKind.POST_NOTE,
                        CommandKind.REVIEW_ACTIVITY,
                        CommandKind.ACKNOWLEDGE_ORDER,
                        CommandKind.REVIEW_SALE_PROMISE,
                        CommandKind.SET_RECEIPT_DATE);
    }

    @Test
    void moreThanOrderedLeavesNothingOpen() {
        line.sayAll(order(10, "2026-03-01"), receipt(1, 12).known("2026-02-22"));

        assertThat(line.status().getOpenValue()).isEqualByComparingTo("0");
    }

    @Test
    void warningsAndBreachesAreCountedApartWhileTheyAreOpen() {
        line.say(order(10, "2026-03-01"));

        line.at("2026-02-28");
        assertAlerts(0, 1);
        line.at("2026-03-02");
        assertAlerts(1, 0);
        line.say(receipt(1, 10).known("2026-03-04"));
        assertAlerts(0, 0);
    }

    @Test
    void aReceiptIsLateAgainstThePromisesByItsDays() {
        line.sayAll(
                order(10, "2026-03-01"),
                acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-05"))
                        .known("2026-02-02"),
                acknowledgement("A2", part(10, LineAnswer.CHANGED, "2026-03-08"))
                        .version(2)
                        .known("2026-02-03"),
                receipt(1, 10).known("2026-03-07"));

        assertThat(line.status().getLateAgainstFirstMicros()).isEqualTo(2 * DAY);
        assertThat(line.status().getLateAgainstCurrentMicros()).isEqualTo(-DAY);
    }

    @Test
    void aLineThatIsReceivedAndBilledIsClosedAndACancelledOneIsCancelled() {
        line.sayAll(
                order(10, "2026-03-01"),
                receipt(1, 10).known("2026-02-20"),
                bill(7, "I1", 10, 5, Times.NONE).known("2026-02-21"));
        assertThat(line.status().getStage()).isEqualTo(LineStage.CLOSED);
        assertThat(line.status().getMilestone()).isEqualTo(MilestoneName.CLOSED);
        assertThat(line.status().getOpenValue()).isEqualByComparingTo("0");

        line.say(Said.cancelledOrder(10, "2026-03-01").version(2).known("2026-02-25"));
        assertThat(line.status().getStage()).isEqualTo(LineStage.CANCELLED);
    }

    @Test
    void anAbsurdQuantityIsShownAsTheMostThatTheContractHolds() {
        line.say(order(10, "2026-03-01"));
        line.sayAll(hugeHold("1", "999999999999"), hugeHold("2", "999999999999"));
        assertThat(line.status().getHeld()).isEqualByComparingTo("999999999999.999999");

        line.sayAll(hugeHold("1", "-999999999999").version(2));
        assertThat(line.status().getHeld()).isEqualByComparingTo("0");

        line.sayAll(hugeHold("2", "-999999999999").version(2));
        assertThat(line.status().getHeld()).isEqualByComparingTo("-999999999999.999999");
    }

    @Test
    void theClockAloneIsNoNewStatus() {
        line.say(order(10, "2026-03-01"));

        assertThat(line.at("2026-02-10").outputs().isEmpty()).isTrue();
        assertThat(line.at("2026-02-28").outputs().status()).isNotNull();
    }

    private void assertAlerts(int breaches, int warnings) {
        assertThat(line.status().getOpenAlerts()).as("breaches").isEqualTo(breaches);
        assertThat(line.status().getOpenWarnings()).as("warnings").isEqualTo(warnings);
    }

    private static Said hugeHold(String id, String quantity) {
        return Said.of("hold/" + id, h -> new HoldFact(h, false, new BigDecimal(quantity)));
    }
}
