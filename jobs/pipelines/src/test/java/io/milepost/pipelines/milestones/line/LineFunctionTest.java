package io.milepost.pipelines.milestones.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaAlert;
import io.milepost.events.SlaPolicy;
import io.milepost.events.TimeClassifier;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** Line 4201 is promised for 2026-03-01, so its deadline is the end of that day. */
class LineFunctionTest {

    private static final String KNOWN = "2026-02-01";
    private static final String DEADLINE = "2026-03-02";

    @Test
    void onASilentNightTheBreachFiresAtTheDeadlineAndNotAMillisecondBefore() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2026-03-01T20:00Z");
            line.outCount();

            line.clockMillis(Events.millis(DEADLINE) - 1);
            assertThat(line.outCount()).isZero();

            line.clockMillis(Events.millis(DEADLINE));
            List<SlaAlert> alerts = line.out(SlaAlert.class);
            assertThat(alerts).hasSize(1);
            assertThat(alerts.get(0).getStatus()).isEqualTo(EpisodeStatus.OPEN);
            assertThat(alerts.get(0).getOpenedAt()).isEqualTo(Events.time(DEADLINE));
            assertThat(line.timers()).as("to see whether the line goes dormant").isEqualTo(1);
        }
    }

    @Test
    void aReceiptThatIsProcessedBeforeTheHeartbeatLeavesNothingToReport() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN))
                    .given(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-03-01T23:00Z"))
                    .clock("2026-04-01");

            assertThat(line.out(SlaAlert.class)).isEmpty();
            assertThat(line.timers()).as("to see whether the line goes dormant").isEqualTo(1);
        }
    }

    @Test
    void aLineHasOneTimerHoweverManyEventsItGets() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.clock("2026-02-01").given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            for (int version = 2; version < 20; version++) {
                line.given(
                        Catalogue.ORDER_LINES,
                        Events.order(4201, 4201, version, "VI", "2026-02-0" + (1 + version / 3)));
                assertThat(line.timers()).isEqualTo(1);
            }
            assertThat(line.clock(DEADLINE).timers()).isEqualTo(1);
        }
    }

    @Test
    void aRestoreKeepsEverythingAndSaysNothing() throws Exception {
        OperatorSubtaskState state;
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock(DEADLINE);
            assertThat(line.out(SlaAlert.class)).hasSize(1);
            state = line.snapshot();
        }
        try (LineHarness line = LineHarness.restored(state)) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            assertThat(line.outCount()).as("a replay").isZero();

            line.clock(DEADLINE);
            assertThat(line.outCount()).as("the same clock again").isZero();

            line.given(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-03-05"));
            assertThat(line.out(SlaAlert.class))
                    .extracting(SlaAlert::getStatus)
                    .containsExactly(EpisodeStatus.CLEARED);
        }
    }

    @Test
    void aTimerSurvivesARestore() throws Exception {
        OperatorSubtaskState state;
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2026-02-15");
            state = line.snapshot();
        }
        try (LineHarness line = LineHarness.restored(state)) {
            assertThat(line.timers()).isEqualTo(1);

            assertThat(line.clock(DEADLINE).out(SlaAlert.class)).hasSize(1);
        }
    }

    @Test
    void factsThatComeBeforeTheOrderWaitForIt() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-02-20"));
            assertThat(line.outCount()).isZero();

            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            assertThat(line.out(LineMilestone.class))
                    .filteredOn(m -> m.getClassifier() == TimeClassifier.ACTUAL)
                    .extracting(LineMilestone::getMilestone)
                    .containsExactly(MilestoneName.ORDERED, MilestoneName.RECEIVED);
        }
    }

    @Test
    void whatWaitedTooLongIsUnmatchedAndLeavesNothingBehind() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.RECEIPTS, Events.receipt(4201, "C62", "2026-02-01"))
                    .clockMillis(Events.millis("2026-03-03") - 1);
            assertThat(line.outCount()).isZero();

            line.clock("2026-03-03");
            List<DeadLetter> letters = line.out(DeadLetter.class);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).getReason()).isEqualTo(RejectReason.UNMATCHED);
            assertThat(letters.get(0).getMessage())
                    .endsWith(
                            ": line main/1/42/4201: expected its order within 30 days but found"
                                    + " none");
            assertThat(line.timers()).isZero();
            assertThat(line.stateEntries()).isZero();
        }
    }

    @Test
    void aSupplierThatIsNotTheVendorIsRefused() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            line.outCount();
            line.given(
                    Catalogue.SUPPLIER_EVENTS,
                    Events.acknowledgement("A1", "mallory", Events.byIds(42, 4201), KNOWN));

            List<DeadLetter> letters = line.out(DeadLetter.class);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).getReason()).isEqualTo(RejectReason.NOT_THE_VENDOR);
            assertThat(letters.get(0).getMessage())
                    .endsWith("of order P00042: expected its vendor acme but found mallory");
        }
    }

    @Test
    void aQuantityInAnUnknownUnitIsRefused() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            line.outCount();
            line.given(Catalogue.RECEIPTS, Events.receipt(4201, "KGM", KNOWN));

            assertThat(line.out(DeadLetter.class))
                    .extracting(DeadLetter::getReason)
                    .containsExactly(RejectReason.UNKNOWN_UNIT);
        }
    }

    @Test
    void policiesAreThereBeforeTheFirstFact() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            line.clock("2026-04-01").given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));

            assertThat(line.out(SlaAlert.class)).hasSize(1);
        }
    }

    @Test
    void aPolicyThatIsPublishedLaterIsLookedAtWithinAMinuteAlthoughNothingHappens()
            throws Exception {
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2026-04-01");
            line.outCount();

            line.policy(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));
            assertThat(line.clock("2026-04-01T00:00:09Z").out(SlaAlert.class)).isEmpty();
            assertThat(line.clock("2026-04-01T00:01:00Z").out(SlaAlert.class))
                    .singleElement()
                    .satisfies(
                            alert ->
                                    assertThat(alert.getOpenedAt())
                                            .isEqualTo(Events.time(DEADLINE)));
        }
    }

    @Test
    void policiesThatArePublishedTogetherAreLookedAtTogether() throws Exception {
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2026-04-01");
            int timers = line.timers();

            line.policy(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()))
                    .policy(Bench.record(Catalogue.POLICIES, renamed("receipt-too")));

            assertThat(line.timers()).isEqualTo(timers + 1);
            assertThat(line.clock("2026-04-01T00:01:00Z").out(SlaAlert.class))
                    .extracting(SlaAlert::getRule)
                    .containsExactlyInAnyOrder("receipt", "receipt-too");
        }
    }

    @Test
    void aLineThatIsRestoredLooksAtWhatIsPublishedBeforeAnythingElseHappens() throws Exception {
        OperatorSubtaskState state;
        try (LineHarness line = LineHarness.withPolicies(List::of)) {
            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN)).clock("2026-04-01");
            state = line.snapshot();
        }
        try (LineHarness line = LineHarness.restored(state)) {
            line.policy(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));

            assertThat(line.clock("2026-04-01T00:02:00Z").out(SlaAlert.class)).hasSize(1);
        }
    }

    private static SlaPolicy renamed(String rule) {
        SlaPolicy policy = Events.receiptPolicy();
        policy.setRule(rule);
        return policy;
    }

    @Test
    void aPolicyThatCannotBeAppliedIsADeadLetterAndStopsNothing() throws Exception {
        SlaPolicy nowhere = Events.receiptPolicy();
        nowhere.setZone("Europe/Atlantis");
        InboundRecord record = Bench.record(Catalogue.POLICIES, nowhere);
        try (LineHarness line =
                LineHarness.withPolicies(
                        () -> List.of(Bench.record(Catalogue.POLICIES, nowhere)))) {
            List<DeadLetter> letters = line.policy(record).out(DeadLetter.class);

            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).getReason()).isEqualTo(RejectReason.INVALID);
            assertThat(letters.get(0).getMessage())
                    .endsWith(
                            "sla rule receipt/1.zone: expected an IANA time zone but found"
                                    + " Europe/Atlantis");
        }
    }

    @Test
    void anAbsurdQuantityDoesNotStopTheJob() throws Exception {
        var absurd = Events.order(4201, KNOWN);
        absurd.setQuantity(new BigDecimal("900000000000.000000"));
        absurd.setUnitPrice(new BigDecimal("900000000000.000000"));
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.ORDER_LINES, absurd);

            assertThat(line.out(LineStatus.class))
                    .extracting(LineStatus::getOpenValue)
                    .containsExactly(new BigDecimal("999999999999.999999"));
        }
    }
}
