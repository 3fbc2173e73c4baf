package io.milepost.pipelines.partners;

import io.milepost.events.DeliveryNote;
import io.milepost.events.Interchange;
import io.milepost.events.InterchangeSummary;
import io.milepost.events.PartnerChannel;
import io.milepost.events.PartnerFormat;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.PartnerTransaction;
import io.milepost.events.ProfileStage;
import io.milepost.events.SentLine;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the supplier of the profile northwind sends. */
final class Sent {

    static {
        TrustedEvents.trust();
    }

    private static final String KEY = "northwind/ZZ:NORTHWIND/ZZ:ACME/000000905";

    private Sent() {}

    /** A version of the profile. */
    static InboundRecord profile(int version, ProfileStage stage, String... further) {
        String yaml =
                "extends: generic-x12\ninstance: main\ncompany: \"1\"\npartner: \"501\"\n"
                        + String.join("\n", further);
        return Bench.record(
                Catalogue.PARTNER_PROFILES,
                PartnerProfileVersion.newBuilder()
                        .setProfile("northwind")
                        .setVersion(version)
                        .setStage(stage)
                        .setAuthor("ana")
                        .setReason("test")
                        .setPublishedAt(Events.time("2026-03-01"))
                        .setYaml(yaml)
                        .setFiles(List.of())
                        .build());
    }

    /** An acknowledgement of a line of an order, the transaction of that number. */
    static InboundRecord acknowledgement(int number, String order, String answer, String day) {
        String text =
                "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*ACME           "
                        + "*260302*0911*U*00401*000000905*0*P*>~"
                        + "GS*PR*NORTHWIND*ACME*20260302*0911*905*X*004010~"
                        + "ST*855*%04d~BAK*00*AC*%s*20260301****OC-%d*20260302~"
                                .formatted(number, order, number)
                        + "PO1*1*10*EA*7.5**VN*BR-7~ACK*%s*10*EA*067*20260320~".formatted(answer)
                        + "CTT*1~SE*6*%04d~GE*1*905~IEA*1*000000905~".formatted(number);
        PartnerTransaction transaction =
                PartnerTransaction.newBuilder()
                        .setMessageType("855")
                        .setGroupControlNumber("905")
                        .setMessageControlNumber("%04d".formatted(number))
                        .setIndex(number)
                        .setPayload(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
                        .build();
        return piece(transaction, day);
    }

    /** What the interchange held. */
    static InboundRecord summary(int transactions, String day) {
        return piece(InterchangeSummary.newBuilder().setTransactions(transactions).build(), day);
    }

    /** What became of a document that was sent. */
    static InboundRecord note(String day) {
        return piece(
                new DeliveryNote(
                        "d1",
                        12L,
                        TechnicalOutcome.SENT,
                        "",
                        "main",
                        "1",
                        "501",
                        42L,
                        "P00042",
                        List.of(new SentLine(7L, 1), new SentLine(9L, 2)),
                        Events.time("2026-03-01")),
                day);
    }

    /** A piece that the broker took on a day. */
    static InboundRecord piece(Object body, String day) {
        PartnerInbound piece =
                PartnerInbound.newBuilder()
                        .setReceiptId("r-1")
                        .setProfile("northwind")
                        .setChannel(PartnerChannel.HTTP)
                        .setFormat(PartnerFormat.X12)
                        .setOriginalSha256("0".repeat(64))
                        .setOriginalLength(100)
                        .setInterchange(
                                Interchange.newBuilder()
                                        .setSender("ZZ:NORTHWIND")
                                        .setReceiver("ZZ:ACME")
                                        .setControlNumber("000000905")
                                        .build())
                        .setBody(body)
                        .build();
        InboundRecord record = Bench.record(Catalogue.PARTNER_INBOUND, piece);
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Events.millis(day),
                KEY.getBytes(StandardCharsets.UTF_8),
                record.value(),
                record.headers());
    }
}
