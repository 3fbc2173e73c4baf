package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Interchange;
import io.milepost.events.InterchangeSummary;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.PartnerChannel;
import io.milepost.events.PartnerFormat;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyFunctionTest {

    private static final String DELIVERY =
            "delivery:\n  since: 2026-03-01T00:00:00Z\n  url: https://acme.example/\n"
                    + "  sender: ZZ:US\n  receiver: ZZ:ACME\n";

    private Outside outside;

    @BeforeEach
    void nobodyWasSentAnything() {
        outside = new Outside();
        Outside.now = outside;
    }

    @Test
    void anInterchangeIsAcknowledgedOnceWhenItIsComplete() throws Exception {
        List<PartnerOutbound> made =
                replies(
                        DELIVERY + "  reply: functional\n",
                        transaction(1, List.of()),
                        transaction(2, List.of("SE is missing")),
                        summary(2));

        assertThat(made).hasSize(1);
        assertThat(made.get(0).getKind()).isEqualTo(OrderDocumentKind.ACKNOWLEDGEMENT);
        assertThat(made.get(0).getReply().getControlNumber()).isEqualTo("000000905");
        try (SendingHarness sending =
                SendingHarness.fresh(Delivered.profile(DELIVERY + "  reply: functional\n"))) {
            sending.given(made.get(0));
        }
        String text = new String(outside.parcels.get(0).document().bytes(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("GS*FA*US*ACME*")
                .contains("ST*997*0001~")
                .contains("AK1*PR*905~")
                .contains("AK2*855*0001~\nAK5*A~")
                .contains("AK2*855*0002~\nAK5*R*")
                .contains("AK9*P*2*2*1~");
        assertThat(outside.notes).isEmpty();
    }

    @Test
    void nobodyIsToldWhoDoesNotAsk() throws Exception {
        assertThat(replies(DELIVERY, transaction(1, List.of()), summary(1))).isEmpty();
    }

    @Test
    void anImplementationAcknowledgementIsAnother() throws Exception {
        assertThat(
                        replies(
                                        DELIVERY + "  reply: implementation\n",
                                        transaction(1, List.of()),
                                        summary(1))
                                .get(0)
                                .getReply()
                                .getTransactions()
                                .get(0))
                .startsWith("{\"type\":\"999\"");
    }

    private static List<PartnerOutbound> replies(String profile, PartnerInbound... pieces)
            throws Exception {
        Shelf.kept = List.of(Delivered.profile(profile));
        try (KeyedBroadcastOperatorTestHarness<String, Routed, InboundRecord, OutboundRecord>
                harness =
                        new KeyedBroadcastOperatorTestHarness<>(
                                new CoBroadcastWithKeyedOperator<>(
                                        new ReplyFunction(SendingHarness.surroundings()),
                                        List.of(SendingFunction.NO_STATE)),
                                Routed::key,
                                Types.STRING,
                                720,
                                1,
                                0)) {
            harness.open();
            for (PartnerInbound piece : pieces) {
                harness.processElement(
                        new Routed(
                                ReplyFunction.key(piece),
                                Bench.record(Catalogue.PARTNER_INBOUND, piece)),
                        0);
            }
            return Bench.values(PartnerOutbound.class, harness.extractOutputValues());
        }
    }

    private static PartnerInbound transaction(int number, List<String> problems) {
        String text =
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*US             "
                        + "*260302*0911*U*00401*000000905*0*P*>~"
                        + "GS*PR*ACME*US*20260302*0911*905*X*004010~"
                        + "ST*855*%04d~BAK*00*AC*P42*20260301~CTT*0~SE*4*%04d~"
                                .formatted(number, number)
                        + "GE*1*905~IEA*1*000000905~";
        PartnerTransaction transaction =
                PartnerTransaction.newBuilder()
                        .setMessageType("855")
                        .setGroupControlNumber("905")
                        .setMessageControlNumber("%04d".formatted(number))
                        .setIndex(number)
                        .setProblems(problems)
                        .setPayload(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
                        .build();
        return piece(transaction);
    }

    private static PartnerInbound summary(int transactions) {
        return piece(InterchangeSummary.newBuilder().setTransactions(transactions).build());
    }

    private static PartnerInbound piece(Object body) {
        return PartnerInbound.newBuilder()
                .setReceiptId("r-1")
                .setProfile("acme")
                .setChannel(PartnerChannel.HTTP)
                .setFormat(PartnerFormat.X12)
                .setOriginalSha256("0".repeat(64))
                .setOriginalLength(100)
                .setInterchange(
                        Interchange.newBuilder()
                                .setSender("ZZ:ACME")
                                .setReceiver("ZZ:US")
                                .setControlNumber("000000905")
                                .build())
                .setBody(body)
                .build();
    }
}
