package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.DeliveryNote;
import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.RejectReason;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.delivery.Outcome;
import io.milepost.partners.delivery.Parcel;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class SendingFunctionTest {

    private static final InboundRecord PROFILE = Delivered.usualProfile();

    private final Outside outside = Outside.fresh();

    @Test
    void aDocumentIsIntendedThenSentThenTold() throws Exception {
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));

            assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1");
            assertThat(outside.ledger)
                    .extracting(PartnerDelivery::getStage)
                    .containsExactly(DeliveryStage.INTENDED, DeliveryStage.SENT);
            assertThat(outside.notes)
                    .extracting(DeliveryNote::getOutcome)
                    .containsExactly(TechnicalOutcome.SENT);
            assertThat(outside.notes.get(0).getLines().get(0).getLineId()).isEqualTo(7);
            assertThat(sending.books())
                    .containsExactly(
                            Entry.Kind.WAIT_BEGAN, Entry.Kind.WAIT_ENDED, Entry.Kind.EFFECTIVE);
            assertThat(sending.stateEntries()).isZero();
            assertThat(sending.timers()).isZero();
        }
    }

    @Test
    void whatIsPlayedIsSentALittleAfterItBecameKnown() throws Exception {
        try (SendingHarness sending = SendingHarness.played(Duration.ofSeconds(3), PROFILE)) {
            PartnerOutbound document = Delivered.document("d1");
            sending.given(document);

            assertThat(outside.notes.get(0).getAt())
                    .isEqualTo(document.getKnownAt().plusSeconds(3));
            assertThat(outside.known).containsExactly(document.getKnownAt().plusSeconds(3));
        }
    }

    @Test
    void whatWasSentIsNotSentAgainWhateverTheJobForgot() throws Exception {
        OperatorSubtaskState before;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            before = sending.snapshot();
            sending.given(Delivered.document("d1")).given(Delivered.document("d2"));
        }
        try (SendingHarness sending = SendingHarness.restored(before, PROFILE)) {
            sending.given(Delivered.document("d1")).given(Delivered.document("d2"));
            sending.given(Delivered.document("d3"));
        }

        assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1", "d2", "d3");
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatMayHaveArrivedGoesOutAgainInTheSameBytesUnderTheSameNumber() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
        }
        outside.answersAtOnce = true;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
        }

        assertThat(outside.parcels).hasSize(2);
        assertThat(outside.parcels.get(1).document().bytes())
                .isEqualTo(outside.parcels.get(0).document().bytes());
        assertThat(numbers()).containsOnly(1L);
    }

    @Test
    void aPartnerThatIsDownDelaysOnlyItselfAndKeepsItsOrder() throws Exception {
        outside.answersAtOnce = false;
        PartnerOutbound other = Delivered.document("d9");
        other.setCompany("2");
        InboundRecord both =
                Delivered.profile(
                        "delivery:\n  since: 2026-03-01T00:00:00Z\n  url: https://b.example/\n"
                                + "  sender: ZZ:US\n  receiver: ZZ:B\n");
        try (SendingHarness sending = SendingHarness.fresh(both)) {
            sending.given(Delivered.document("d1")).given(Delivered.document("d2"));
            sending.given(other);
            assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1");
            assertThat(sending.books()).contains(Entry.Kind.WITHOUT_EFFECT);

            outside.answers.get(0).complete(again(null));
            sending.clock(20);
            sending.clock(4_999);
            assertThat(outside.parcels).hasSize(1);
            outside.answersAtOnce = true;
            sending.clock(10_100);
            assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1", "d1", "d2");
        }
    }

    @Test
    void thePartnerDecidesHowLongIsWaited() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            outside.answers.get(0).complete(again(Duration.ofMinutes(5)));
            sending.clock(20);
            sending.clock(299_000);
            assertThat(outside.parcels).hasSize(1);
            sending.clock(300_100);
            assertThat(outside.parcels).hasSize(2);
        }
    }

    @Test
    void aQueueGoesOnWhereItWasAfterARestart() throws Exception {
        outside.answersAtOnce = false;
        OperatorSubtaskState state;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1")).given(Delivered.document("d2"));
            state = sending.snapshot();
        }
        outside.answersAtOnce = true;
        try (SendingHarness sending = SendingHarness.restored(state, PROFILE)) {
            sending.clock(100);
            assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1", "d1", "d2");
            assertThat(sending.stateEntries()).isZero();
        }
    }

    @Test
    void whatIsRefusedBecomesADeadLetterAndTheNextGoesOut() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1")).given(Delivered.document("d2"));
            outside.refuse(0, "answered 422");
            sending.clock(20);

            assertThat(Bench.values(DeadLetter.class, sending.written()))
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.getReason()).isEqualTo(RejectReason.REFUSED);
                                assertThat(letter.getMessage())
                                        .contains("ORDER of P42")
                                        .endsWith("answered 422");
                            });
            assertThat(outside.parcels).extracting(Parcel::id).containsExactly("d1", "d2");
        }
    }

    @Test
    void whatWasRefusedGoesOutAgainOnlyWhenItIsReplayed() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            outside.refuse(0, "answered 422");
            sending.clock(20);
        }
        outside.answersAtOnce = true;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            assertThat(outside.parcels).hasSize(1);

            sending.replayed(Delivered.document("d1"));
            assertThat(outside.parcels).hasSize(2);
        }
    }

    @Test
    void aPartnerThatCannotBeReachedForLongEnoughIsGivenUp() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.clock(1_000);
            sending.given(Delivered.document("d1"));
            outside.answers.get(0).complete(again(Duration.ofHours(1)));
            sending.clock(1_020);
            sending.clock(3_601_100);
            outside.answers.get(1).complete(again(null));
            sending.clock(3_601_200);

            assertThat(Bench.values(DeadLetter.class, sending.written()))
                    .extracting(DeadLetter::getReason)
                    .containsExactly(RejectReason.UNREACHABLE);
            assertThat(outside.ledger.get(outside.ledger.size() - 1).getStage())
                    .isEqualTo(DeliveryStage.GIVEN_UP);
        }
    }

    @Test
    void nobodyIsSentWhatWasConfirmedBeforeItsProfileSaysOrWithoutAProfile() throws Exception {
        PartnerOutbound old = Delivered.document("d1");
        old.setOrderKnownAt(Delivered.DAY.minus(Duration.ofDays(30)));
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(old);
            assertThat(sending.books()).contains(Entry.Kind.WITHOUT_EFFECT);
        }
        try (SendingHarness sending = SendingHarness.fresh()) {
            sending.given(Delivered.document("d2"));
        }

        assertThat(outside.parcels).isEmpty();
        assertThat(outside.ledger).isEmpty();
    }

    @Test
    void aTechnicalAcknowledgementIsToldToTheOrderThatItsNumberWas() throws Exception {
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            sending.given(Delivered.acknowledgement("000000001/0001"));
            sending.given(Delivered.acknowledgement("9/0001"));

            assertThat(outside.notes)
                    .extracting(note -> note.getOutcome() + " " + note.getOrderName())
                    .containsExactly("SENT P42", "ACCEPTED P42");
            assertThat(Bench.values(DeadLetter.class, sending.written()))
                    .extracting(DeadLetter::getReason)
                    .containsExactly(RejectReason.UNMATCHED);
        }
    }

    private List<Long> numbers() {
        return outside.ledger.stream().map(PartnerDelivery::getControlNumber).distinct().toList();
    }

    private static Outcome again(Duration pause) {
        return new Outcome(Outcome.Kind.AGAIN, "answered 503", pause);
    }
}
