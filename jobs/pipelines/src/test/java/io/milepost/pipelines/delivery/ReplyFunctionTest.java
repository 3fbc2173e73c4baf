package io.milepost.pipelines.delivery;

import static io.milepost.pipelines.delivery.AnsweredPartner.BROKEN;
import static io.milepost.pipelines.delivery.AnsweredPartner.GOOD;
import static io.milepost.pipelines.delivery.AnsweredPartner.interchange;
import static io.milepost.pipelines.delivery.AnsweredPartner.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which interchanges are answered, when and how often. */
class ReplyFunctionTest {

    private final AnsweredPartner partner = new AnsweredPartner();

    @ParameterizedTest
    @CsvSource({
        "X12, generic-x12, 997.edi",
        "X12, generic-x12, 999.edi",
        "X12, generic-x12, ta1.edi",
        "EDIFACT, generic-edifact, contrl.edi",
        "UBL, generic-ubl, application-response.xml"
    })
    void anAcknowledgementIsNeverAcknowledged(Format format, String generic, String sample)
            throws Exception {
        try (ReplyHarness replies = ReplyHarness.fresh(profile(generic, "functional"))) {
            replies.given(CameIn.pieces(format, CameIn.sample(generic + "/samples/" + sample)));

            assertThat(replies.answers()).isEmpty();
            assertThat(replies.stateEntries()).isZero();
        }
    }

    @Test
    void anInterchangeThatComesAgainIsAnsweredOnce() throws Exception {
        InboundRecord profile = profile("generic-x12", "functional");
        List<PartnerOutbound> answers;
        try (ReplyHarness replies = ReplyHarness.fresh(profile)) {
            replies.given(CameIn.pieces(Format.X12, interchange(GOOD, BROKEN)))
                    .given(CameIn.pieces(Format.X12, interchange(GOOD, BROKEN)))
                    .given(CameIn.pieces(Format.X12, interchange(GOOD, GOOD)));
            answers = replies.answers();
        }

        assertThat(partner.send(profile, answers))
                .as("what was put right since is answered anew")
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("AK9*P*2*2*1~"),
                        second -> assertThat(second).contains("AK9*A*2*2*2~"));
    }

    @Test
    void aDocumentOfAnotherCallIsAnotherDocument() throws Exception {
        String response = CameIn.sample("generic-ubl/samples/order-response.xml");
        try (ReplyHarness replies = ReplyHarness.fresh(profile("generic-ubl", "functional"))) {
            replies.given(CameIn.pieces(Format.UBL, "call-1", response))
                    .given(CameIn.pieces(Format.UBL, "call-1", response))
                    .given(CameIn.pieces(Format.UBL, "call-2", response));

            assertThat(replies.answers())
                    .extracting(PartnerOutbound::getDocumentId)
                    .satisfies(ids -> assertThat(ids.get(1)).isEqualTo(ids.get(0)))
                    .satisfies(ids -> assertThat(ids.get(2)).isNotEqualTo(ids.get(0)));
        }
    }

    @Test
    void whatWasReadBeforeARestoreIsInTheAnswer() throws Exception {
        InboundRecord profile = profile("generic-x12", "functional");
        List<PartnerInbound> pieces = CameIn.pieces(Format.X12, interchange(GOOD, BROKEN, GOOD));
        List<PartnerOutbound> answers = new ArrayList<>();
        OperatorSubtaskState between;
        try (ReplyHarness replies = ReplyHarness.fresh(profile)) {
            replies.given(pieces.subList(0, 2));
            between = replies.snapshot();
            replies.given(pieces.subList(2, 4));
            answers.addAll(replies.answers());
        }
        try (ReplyHarness replies = ReplyHarness.restored(between, profile)) {
            replies.given(pieces.subList(2, 4));
            answers.addAll(replies.answers());
            assertThat(replies.stateEntries()).isZero();
        }

        assertThat(answers).hasSize(2);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(partner.send(profile, answers.subList(0, 1)))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("AK9*P*3*3*2~"));
        assertThat(partner.send(profile, answers.subList(1, 2)))
                .as("sent by the job that goes on behind the older savepoint")
                .isEmpty();
    }

    @Test
    void nobodyIsToldWhoDoesNotAsk() throws Exception {
        List<PartnerInbound> pieces = CameIn.pieces(Format.X12, interchange(GOOD));
        try (ReplyHarness replies = ReplyHarness.fresh(profile("generic-x12", "none"))) {
            replies.given(pieces);

            assertThat(replies.answers()).isEmpty();
            assertThat(replies.books()).containsOnly(Entry.Kind.WITHOUT_EFFECT);
        }
        try (ReplyHarness replies = ReplyHarness.fresh(profile("generic-x12", "functional"))) {
            replies.given(pieces, Delivered.DAY.minus(Duration.ofDays(30)));

            assertThat(replies.answers()).as("what came before `since`").isEmpty();
            assertThat(replies.books()).containsOnly(Entry.Kind.WITHOUT_EFFECT);
        }
    }

    @Test
    void anInterchangeOfWhichTheBeginningIsNotKnownIsNotAnswered() throws Exception {
        List<PartnerInbound> pieces = CameIn.pieces(Format.X12, interchange(GOOD, GOOD));
        try (ReplyHarness replies = ReplyHarness.fresh(profile("generic-x12", "functional"))) {
            replies.given(pieces.subList(1, 3));

            assertThat(replies.answers()).isEmpty();
            assertThat(replies.stateEntries()).isZero();
        }
    }

    @Test
    void anInterchangeThatNeverBecomesCompleteIsForgottenByAJobThatRuns() throws Exception {
        InboundRecord profile = profile("generic-x12", "functional");
        List<PartnerInbound> pieces = CameIn.pieces(Format.X12, interchange(GOOD, GOOD));
        OperatorSubtaskState asleep;
        try (ReplyHarness replies = ReplyHarness.fresh(profile)) {
            replies.given(pieces.subList(0, 1));
            asleep = replies.snapshot();
            assertThat(replies.timers()).isOne();

            replies.clock(Duration.ofDays(7));
            assertThat(replies.stateEntries() + replies.timers()).isZero();
        }
        try (ReplyHarness replies = ReplyHarness.restored(asleep, profile)) {
            replies.clock(Duration.ofDays(60));
            assertThat(replies.timers()).isOne();

            replies.given(pieces.subList(1, 3));
            assertThat(replies.answers()).hasSize(1);
            assertThat(replies.stateEntries() + replies.timers()).isZero();
        }
    }
}
