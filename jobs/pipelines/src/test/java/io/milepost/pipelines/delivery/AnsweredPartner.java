package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OrderDocumentKind;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A partner whose interchanges are answered: what it sends, and the answers as it gets them. */
final class AnsweredPartner {

    private static final String HEAD =
            "ISA*00*          *00*          *ZZ*ACME           *ZZ*US             "
                    + "*260302*0911*U*00401*000000905*0*P*>~\n"
                    + "GS*PR*ACME*US*20260302*0911*905*X*004010~\n";
    static final String GOOD = "ST*855*%1$04d~\nBAK*00*AC*P42*20260301~\nCTT*0~\nSE*4*%1$04d~\n";
    static final String MISCOUNTED = GOOD.replace("SE*4*", "SE*9*");
    static final String BROKEN = GOOD.replace("BAK*", "B_K*");

    private final Outside outside = Outside.fresh();

    /** The answer to an interchange of these transactions. */
    String x12(String reply, String... transactions) throws Exception {
        return answer("generic-x12", Format.X12, reply, interchange(transactions));
    }

    /** An X12 interchange of these transactions, in one group. */
    static String interchange(String... transactions) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < transactions.length; i++) {
            text.append(transactions[i].formatted(i + 1));
        }
        return text.append("GE*%d*905~\nIEA*1*000000905~\n".formatted(transactions.length))
                .toString();
    }

    /** The answer to an XML document, read. */
    PartnerMessage ubl(String message) throws Exception {
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

    /** The one answer, as the partner gets it. */
    String answer(String generic, Format format, String reply, String message) throws Exception {
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
    List<String> send(InboundRecord profile, List<PartnerOutbound> answers) throws Exception {
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

    /** A profile that extends a shipped one and asks for replies of a kind. */
    static InboundRecord profile(String generic, String reply) {
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
