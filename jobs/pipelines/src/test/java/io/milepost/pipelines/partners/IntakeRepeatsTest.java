package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of messages that come a second time. */
class IntakeRepeatsTest {

    private final IntakeRun intake = new IntakeRun();

    @Test
    void anInterchangeThatComesAgainChangesNothing() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-02"),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-04"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-04"),
                        IntakeRun.heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written)).hasSize(2);
        assertThat(IntakeRun.books(written)).containsEntry("duplicate", 2L);
    }

    @Test
    void aTransactionThatFailedPassesWhenItComesAgain() throws Exception {
        InboundRecord broken = Sent.acknowledgement(2, "P00043", "??", "2026-03-02");
        List<OutboundRecord> written =
                intake.run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        broken,
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-04"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-04"),
                        IntakeRun.heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(SupplierEvent::getOrderName)
                .containsExactly("P00042", "P00043");
        assertThat(Bench.values(DeadLetter.class, written))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo(RejectReason.INVALID);
                            assertThat(letter.getMessage())
                                    .startsWith(broken.address())
                                    .contains("ACK");
                        });
        assertThat(IntakeRun.books(written))
                .containsEntry("effective", 2L)
                .containsEntry("duplicate", 1L)
                .containsEntry("deadLettered", 1L);
    }

    @Test
    void aDeadLetterThatIsReplayedWasKnownWhenItFirstCame() throws Exception {
        InboundRecord replayed = Sent.acknowledgement(1, "P00042", "IA", "2026-03-04");
        String first = Long.toString(Events.millis("2026-03-02"));
        List<OutboundRecord> written =
                intake.run(
                        new InboundRecord(
                                replayed.topic(),
                                replayed.partition(),
                                replayed.offset(),
                                replayed.timestampMillis(),
                                replayed.key(),
                                replayed.value(),
                                List.of(RecordHeader.text(FirstKnown.HEADER, first))),
                        IntakeRun.heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(event -> event.getEnvelope().getKnownAt())
                .containsExactly(Events.time("2026-03-02"));
    }

    @Test
    void otherContentUnderAnOldNumberIsAnotherMessage() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.acknowledgement(1, "P00077", "IA", "2026-03-04"),
                        IntakeRun.heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(SupplierEvent::getOrderName)
                .containsExactly("P00042", "P00077");
    }

    @Test
    void aDuplicateIsForgottenAfterItsTime() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        IntakeRun.heartbeat("2026-04-30"),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-05-01"),
                        IntakeRun.heartbeat("2026-05-02"));

        assertThat(Bench.values(SupplierEvent.class, written)).hasSize(2);
    }
}
