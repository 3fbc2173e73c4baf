package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OrderDocumentKind;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ReplyFunctionTest {

    private static final String HEAD =
            "ISA*00*          *00*          *ZZ*ACME           *ZZ*US             "
                    + "*260302*0911*U*00401*000000905*0*P*>~\n"
                    + "GS*PR*ACME*US*20260302*0911*905*X*004010~\n";
    private static final String GOOD =
            "ST*855*%1$04d~\nBAK*00*AC*P42*20260301~\nCTT*0~\nSE*4*%1$04d~\n";
    private static final String MISCOUNTED = GOOD.replace("SE*4*", "SE*9*");
    private static final String BROKEN = GOOD.replace("BAK*", "B_K*");

    private final Outside outside = Outside.fresh();

    @Test
    void whatCouldBeReadIsAccepted() throws Exception {
        assertThat(x12("functional", GOOD, GOOD))
                .contains("GS*FA*US*ACME*", "ST*997*0001~", "AK1*PR*905~")
                .contains("AK2*855*0001~\nAK5*A~\nAK2*855*0002~\nAK5*A~\nAK9*A*2*2*2~");
    }

    @Test
    void whatHadToBePutRightIsAcceptedWithErrors() throws Exception {
        assertThat(x12("functional", MISCOUNTED)).contains("AK2*855*0001~\nAK5*E*4~\nAK9*E*1*1*1~");
    }

    @Test
    void whatCannotBeReadIsRejected() throws Exception {
        assertThat(x12("functional", BROKEN))
                .contains("AK2*855*0001~\nAK3*BK*2**1~\nAK5*R*4*5~\nAK9*R*1*1*0~");
    }

    @Test
    void oneOfThreeIsRejectedAlone() throws Exception {
        assertThat(x12("functional", GOOD, BROKEN, GOOD))
                .contains("AK2*855*0001~\nAK5*A~\n")
                .contains("AK2*855*0002~\nAK3*BK*2**1~\nAK5*R*4*5~\n")
                .contains("AK2*855*0003~\nAK5*A~\nAK9*P*3*3*2~");
    }

    @Test
    void anImplementationAcknowledgementHasItsOwnVersion() throws Exception {
        assertThat(x12("implementation", GOOD, BROKEN))
                .contains("*X*005010X231A1~\nST*999*0001*005010X231A1~")
                .contains("IK5*A~", "IK3*BK*2**1~", "IK5*R*4*5~", "AK9*P*2*2*1~");
    }

    @Test
    void anEdifactInterchangeIsAnsweredByOneContrl() throws Exception {
        String ordrsp = CameIn.sample("generic-edifact/samples/ordrsp.edi");
        String broken = ordrsp.replace("BGM+231", "B?M+231");

        assertThat(answer("generic-edifact", Format.EDIFACT, "functional", ordrsp))
                .contains("UNH+1+CONTRL:D:3:UN'")
                .contains("UCI+101+4012345000009:14+4098765000010:14+7'")
                .contains("UCM+1+ORDRSP:D:96A:UN:EAN008+7'");
        assertThat(answer("generic-edifact", Format.EDIFACT, "functional", broken))
                .contains("UCI+101+4012345000009:14+4098765000010:14+4'")
                .contains("UCM+1+ORDRSP:D:96A:UN:EAN008+4+18'\nUCS+2+15'");
    }

    @Test
    void anXmlDocumentIsAnsweredByAnApplicationResponse() throws Exception {
        String response = CameIn.sample("generic-ubl/samples/order-response.xml");
        PartnerMessage taken = ubl(response);
        PartnerMessage refused = ubl(response.replace("</OrderResponse>", ""));

        assertThat(taken.problems()).isEmpty();
        assertThat(taken.type()).isEqualTo("ApplicationResponse");
        assertThat(text(taken, "/SenderParty/0/PartyIdentification/0/ID")).isEqualTo("US");
        assertThat(text(taken, "/ReceiverParty/0/PartyIdentification/0/ID")).isEqualTo("ACME");
        assertThat(text(taken, "/DocumentResponse/0/Response/0/ResponseCode")).isEqualTo("AB");
        assertThat(text(taken, "/DocumentResponse/0/DocumentReference/0/ID")).isEqualTo("OC-4711");
        assertThat(text(taken, "/DocumentResponse/0/DocumentReference/0/DocumentType"))
                .isEqualTo("OrderResponse");
        assertThat(text(refused, "/DocumentResponse/0/Response/0/ResponseCode")).isEqualTo("RE");
        assertThat(text(refused, "/DocumentResponse/0/Response/0/Description"))
                .contains("OrderResponse");
        assertThat(text(refused, "/DocumentResponse/0/DocumentReference/0/ID")).isEqualTo("NA");
    }

    @Test
    void anAcknowledgementIsNeverAcknowledged() throws Exception {
        Map<String, Format> acknowledgements =
                Map.of(
                        "generic-x12/samples/997.edi", Format.X12,
                        "generic-x12/samples/999.edi", Format.X12,
                        "generic-x12/samples/ta1.edi", Format.X12,
                        "generic-edifact/samples/contrl.edi", Format.EDIFACT,
                        "generic-ubl/samples/application-response.xml", Format.UBL);
        for (Map.Entry<String, Format> one : acknowledgements.entrySet()) {
            String generic = one.getKey().substring(0, one.getKey().indexOf('/'));
            try (ReplyHarness replies = ReplyHarness.fresh(profile(generic, "functional"))) {
                replies.given(CameIn.pieces(one.getValue(), CameIn.sample(one.getKey())));

                assertThat(replies.answers()).as(one.getKey()).isEmpty();
                assertThat(replies.stateEntries()).isZero();
            }
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

        assertThat(send(profile, answers))
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
        assertThat(send(profile, answers.subList(0, 1)))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("AK9*P*3*3*2~"));
        assertThat(send(profile, answers.subList(1, 2)))
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

    private String x12(String reply, String... transactions) throws Exception {
        return answer("generic-x12", Format.X12, reply, interchange(transactions));
    }

    private static String interchange(String... transactions) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < transactions.length; i++) {
            text.append(transactions[i].formatted(i + 1));
        }
        return text.append("GE*%d*905~\nIEA*1*000000905~\n".formatted(transactions.length))
                .toString();
    }

    private PartnerMessage ubl(String message) throws Exception {
        String text = answer("generic-ubl", Format.UBL, "functional", message);
        return new MessageReaders()
                .read(
                        PartnerProfiles.read(
                                "profile.yaml",
                                new ProfileSource(
                                        "acme", yaml("generic-ubl", "functional"), Map.of())),
                        text.getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    private static String text(PartnerMessage message, String pointer) {
        return message.body().at(pointer).asText();
    }

    /** The one answer, as the partner gets it. */
    private String answer(String generic, Format format, String reply, String message)
            throws Exception {
        InboundRecord profile = profile(generic, reply);
        outside.parcels.clear();
        try (ReplyHarness replies = ReplyHarness.fresh(profile)) {
            replies.given(CameIn.pieces(format, message));

            assertThat(replies.answers())
                    .extracting(PartnerOutbound::getKind)
                    .containsExactly(OrderDocumentKind.ACKNOWLEDGEMENT);
            assertThat(replies.stateEntries() + replies.timers()).isZero();
            assertThat(replies.books()).containsOnly(Entry.Kind.EFFECTIVE);
            return send(profile, replies.answers()).get(0);
        }
    }

    /** What the partner gets of answers, from a job that remembers nothing but its ledger. */
    private List<String> send(InboundRecord profile, List<PartnerOutbound> answers)
            throws Exception {
        int before = outside.parcels.size();
        try (SendingHarness sending = SendingHarness.fresh(profile)) {
            for (PartnerOutbound answer : answers) {
                sending.given(answer);
            }
            assertThat(sending.written()).as("dead letters").isEmpty();
        }
        assertThat(outside.notes).as("nobody waits for what becomes of an answer").isEmpty();
        return outside.parcels.subList(before, outside.parcels.size()).stream()
                .map(parcel -> new String(parcel.document().bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static InboundRecord profile(String generic, String reply) {
        return Delivered.approved(yaml(generic, reply));
    }

    private static String yaml(String generic, String reply) {
        return "extends: "
                + generic
                + "\ninstance: main\ncompany: \"1\"\npartner: \"501\"\n"
                + "delivery:\n  since: 2026-03-01T00:00:00Z\n  url: https://acme.example/\n"
                + "  sender: ZZ:US\n  receiver: ZZ:ACME\n  reply: "
                + reply
                + "\n";
    }
}
