package io.milepost.pipelines.milestones.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaAlert;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** A line of ten pieces that come one by one, with many more postings than fit into one value. */
class LongLineTest {

    private static final int POSTINGS = 100;
    private static final String KNOWN = "2026-02-01";

    @Test
    void aLongLineIsRestoredWithAllItsFactsAndTakesInAnEarlierOne() throws Exception {
        OperatorSubtaskState state;
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            for (int i = 1; i <= POSTINGS; i++) {
                line.given(Catalogue.RECEIPTS, posting(i, i));
            }
            assertThat(last(line).getReceipts()).isEqualTo(POSTINGS);
            assertThat(line.stateEntries()).as("its value and what was stored away").isEqualTo(2);
            state = line.snapshot();
        }
        try (LineHarness line = LineHarness.restored(state)) {
            for (int i = 1; i <= POSTINGS; i++) {
                line.given(Catalogue.RECEIPTS, posting(i, i));
            }
            assertThat(line.outCount()).as("a replay").isZero();

            line.given(Catalogue.RECEIPTS, posting(POSTINGS + 1, 0));
            assertThat(last(line).getReceipts()).isEqualTo(POSTINGS + 1);
            assertThat(line.timers()).isEqualTo(1);
        }
    }

    @Test
    void aRuleThatIsPublishedLaterDecidesALongLineByItsWholeLife() throws Exception {
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            for (int i = 1; i <= POSTINGS; i++) {
                OdooReceipt nothing = posting(i, i * 24);
                nothing.setQuantity(BigDecimal.ZERO.setScale(6));
                line.given(Catalogue.RECEIPTS, nothing);
            }
            line.clock("2026-06-01").outCount();

            line.policy(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()))
                    .given(Catalogue.RECEIPTS, posting(POSTINGS + 1, 24 * 130));
            assertThat(line.out(SlaAlert.class))
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.OPEN);
                                assertThat(alert.getOpenedAt())
                                        .isEqualTo(Events.time("2026-03-02"));
                            });
        }
    }

    @Test
    void aCancelledLineVanishesWithItsTimerWhenNothingWasHeardForLongEnough() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            for (int i = 1; i <= POSTINGS; i++) {
                line.given(Catalogue.RECEIPTS, posting(i, i));
            }
            line.given(Catalogue.ORDER_LINES, cancelled("2026-02-20"));
            line.clock("2026-06-19T23:59Z").outCount();
            assertThat(line.stateEntries()).as("119 days later").isEqualTo(2);

            line.clock("2026-06-20");
            assertThat(line.stateEntries()).as("120 days later, a tombstone").isEqualTo(1);
            assertThat(line.timers()).isEqualTo(1);

            line.clock("2027-03-26T23:59Z");
            assertThat(line.stateEntries()).as("399 days later").isEqualTo(1);

            line.clock("2027-03-27");
            assertThat(line.stateEntries()).as("400 days later").isZero();
            assertThat(line.timers()).isZero();
            assertThat(line.outCount()).as("it goes without a word").isZero();
        }
    }

    @Test
    void whatComesForATombstoneIsADeadLetterUnlessOdooOnlySaysItAgain() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN))
                    .given(Catalogue.ORDER_LINES, cancelled("2026-02-20"))
                    .clock("2026-07-01");
            line.outCount();

            line.given(Catalogue.ORDER_LINES, cancelled("2026-02-20"));
            assertThat(line.outCount()).isZero();

            line.given(Catalogue.RECEIPTS, posting(1, 24 * 150));
            assertThat(line.out(DeadLetter.class))
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.getReason()).isEqualTo(RejectReason.LINE_CLOSED);
                                assertThat(letter.getMessage())
                                        .contains(
                                                "line main/1/42/4201: expected no more facts, since"
                                                        + " it is over since 2026-02-20T00:00:00Z");
                            });
            assertThat(line.booked(Catalogue.RECEIPTS)).containsExactly(Entry.Kind.DEAD_LETTERED);
            assertThat(line.booked(Catalogue.ORDER_LINES)).endsWith(Entry.Kind.DUPLICATE);
        }
    }

    @Test
    void anOpenLineIsNeverForgotten() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2036-01-01");

            assertThat(line.stateEntries()).isEqualTo(1);
        }
    }

    private static OdooOrderLine cancelled(String known) {
        OdooOrderLine order = Events.order(4201, 4201, 2, "VI-4201", known);
        order.setOrderState(OrderState.CANCELLED);
        return order;
    }

    /** A tenth of a piece, received and known some hours after the order. */
    private static OdooReceipt posting(int move, int hours) {
        OdooReceipt receipt = Events.receipt(4201, "C62", KNOWN);
        receipt.setMoveId((long) move);
        receipt.setQuantity(new BigDecimal("0.050000"));
        receipt.getEnvelope().setEventId("receipt-" + move);
        receipt.getEnvelope()
                .setKnownAt(Events.time(KNOWN).plus(Duration.ofHours(hours)).plusNanos(1000));
        receipt.getEnvelope().setOccurredAt(receipt.getEnvelope().getKnownAt());
        return receipt;
    }

    private static LineStatus last(LineHarness line) throws Exception {
        List<LineStatus> all = line.out(LineStatus.class);
        return all.get(all.size() - 1);
    }
}
