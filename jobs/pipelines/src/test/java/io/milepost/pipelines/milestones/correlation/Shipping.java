package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TimeClassifier;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records about shipments of a company. References are written as in {@code T:1}, with a letter for
 * the kind: T tracking number, B bill of lading, C container, S SSCC.
 *
 * @param company the company
 */
record Shipping(String company) {

    private static final Shipping USUAL = new Shipping("1");

    /** Line {@code number} of the order. */
    InboundRecord orderLine(int number) {
        OdooOrderLine line = Events.order(4200 + number, number, 1, "VI-" + number, "2026-01-01");
        line.getEnvelope().setCompany(company);
        return Bench.record(Catalogue.ORDER_LINES, line);
    }

    /** Line {@code number}, which was split off from another. */
    InboundRecord part(int number, int of) {
        OdooOrderLine line = Events.order(4200 + number, number, 1, "VI-" + number, "2026-01-01");
        line.getEnvelope().setCompany(company);
        line.setSplitOf(4200L + of);
        return Bench.record(Catalogue.ORDER_LINES, line);
    }

    static InboundRecord line(int number) {
        return USUAL.orderLine(number);
    }

    static String key(int number) {
        return "main/1/42/" + (4200 + number);
    }

    /** A ship notice that is known when the goods leave. */
    static InboundRecord notice(
            String number, int line, String shippedAt, DocumentPurpose purpose, String... names) {
        return USUAL.shipNotice(number, line, 1, shippedAt, purpose, names);
    }

    /**
     * A ship notice.
     *
     * @param line number of the line; 0 for the whole order
     * @param version issued so many minutes after the goods left
     */
    InboundRecord shipNotice(
            String number,
            int line,
            int version,
            String shippedAt,
            DocumentPurpose purpose,
            String... names) {
        Instant at = Events.time(shippedAt);
        String id = String.join("-", number, "" + line, "" + version, purpose.name(), shippedAt);
        LineReference reference = line == 0 ? null : Events.byNumber(line);
        return Bench.record(
                Catalogue.SUPPLIER_EVENTS,
                new SupplierEvent(
                        envelope(id + String.join("-", names), "acme", at, names),
                        new Document(number, purpose, at.plusSeconds(60L * version), null),
                        "P00042",
                        reference,
                        new ShipNotice("S" + number, at, null, BigDecimal.ONE.setScale(6), "C62")));
    }

    static InboundRecord carrier(String id, String occurredAt, String... names) {
        return USUAL.carrierEvent(id, occurredAt, names);
    }

    InboundRecord carrierEvent(String id, String occurredAt, String... names) {
        return Bench.record(
                Catalogue.CARRIER_EVENTS,
                new CarrierEvent(
                        envelope(id, "carrier", Events.time(occurredAt), names),
                        CarrierStatus.IN_TRANSIT,
                        TimeClassifier.ACTUAL,
                        null,
                        null,
                        null));
    }

    private Envelope envelope(String id, String partner, Instant at, String... names) {
        List<Reference> references = new ArrayList<>();
        for (String name : names) {
            references.add(new Reference(type(name.charAt(0)), name.substring(2)));
        }
        return new Envelope(id, "test", "main", company, partner, at, at, at, references, null);
    }

    private static ReferenceType type(char kind) {
        return switch (kind) {
            case 'T' -> ReferenceType.TRACKING_NUMBER;
            case 'B' -> ReferenceType.BILL_OF_LADING;
            case 'C' -> ReferenceType.CONTAINER;
            case 'S' -> ReferenceType.SSCC;
            default ->
                    throw new IllegalArgumentException("kind of reference: T, B, C or S: " + kind);
        };
    }
}
