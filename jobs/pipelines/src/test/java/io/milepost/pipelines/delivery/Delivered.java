package io.milepost.pipelines.delivery;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineChange;
import io.milepost.events.OdooOrder;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Orders, documents and profiles. */
final class Delivered {

    static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    static final String PARTNER = "main/1/501";

    private Delivered() {}

    static OdooOrder order(long id, long version, OrderState state, OrderItem... items) {
        OdooOrder order = new OdooOrder();
        order.setEnvelope(envelope("o" + version, null));
        order.setVersion(version);
        order.setOrderId(id);
        order.setOrderName("P" + id);
        order.setOrderState(state);
        order.setVendor("501");
        order.setCurrency("EUR");
        order.setOrderedAt(DAY);
        order.setLines(Arrays.asList(items));
        return order;
    }

    static OrderItem item(long lineId, String quantity) {
        OrderItem item = new OrderItem();
        item.setLineId(lineId);
        item.setVendorItem("V" + lineId);
        item.setQuantity(new BigDecimal(quantity).setScale(6));
        item.setUnit("C62");
        item.setUnitPrice(new BigDecimal("18.450000"));
        item.setPlannedAt(DAY);
        return item;
    }

    static PartnerOutbound document(String id) {
        PartnerOutbound document = new PartnerOutbound();
        document.setDocumentId(id);
        document.setInstance("main");
        document.setCompany("1");
        document.setPartner("501");
        document.setOrderKnownAt(DAY);
        document.setKnownAt(DAY);
        document.setKind(OrderDocumentKind.ORDER);
        document.setRevision(1);
        document.setOrderId(42);
        document.setOrderName("P42");
        document.setCurrency("EUR");
        document.setOrderedAt(DAY);
        document.setLines(
                List.of(
                        new OutboundLine(
                                7L,
                                1,
                                LineChange.ADDED,
                                "V7",
                                null,
                                null,
                                null,
                                new BigDecimal("1.000000"),
                                "C62",
                                new BigDecimal("18.450000"),
                                DAY)));
        return document;
    }

    /** A partner's system says that it has taken what came under a number. */
    static SupplierEvent acknowledgement(String number) {
        return new SupplierEvent(
                envelope("ack-" + number, "501"),
                new Document("997-1", DocumentPurpose.ORIGINAL, DAY, "77"),
                "",
                null,
                new TechnicalAcknowledgement(number, TechnicalOutcome.ACCEPTED));
    }

    /** A partner's system says that it cannot use what came under a number. */
    static SupplierEvent rejection(String number, String orderName) {
        SupplierEvent said = acknowledgement(number);
        said.setOrderName(orderName);
        said.setBody(new TechnicalAcknowledgement(number, TechnicalOutcome.REJECTED));
        return said;
    }

    static InboundRecord profile(String delivery) {
        return approved(
                "extends: generic-x12\ninstance: main\ncompany: \"1\"\npartner: \"501\"\n"
                        + delivery);
    }

    static InboundRecord approved(String yaml) {
        return Bench.record(
                Catalogue.PARTNER_PROFILES,
                PartnerProfileVersion.newBuilder()
                        .setProfile("acme")
                        .setVersion(1)
                        .setStage(ProfileStage.APPROVED)
                        .setAuthor("ana")
                        .setReason("test")
                        .setPublishedAt(DAY)
                        .setYaml(yaml)
                        .setFiles(List.of())
                        .build());
    }

    static InboundRecord usualProfile() {
        return profile(
                "delivery:\n"
                        + "  since: 2026-03-01T00:00:00Z\n"
                        + "  url: https://acme.example/\n"
                        + "  sender: ZZ:US\n"
                        + "  receiver: ZZ:ACME\n");
    }

    private static Envelope envelope(String id, String partner) {
        return new Envelope(id, "test", "main", "1", partner, DAY, DAY, DAY, List.of(), null);
    }
}
