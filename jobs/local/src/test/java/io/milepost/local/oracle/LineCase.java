package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static io.milepost.local.oracle.Pieces.instant;
import static io.milepost.local.oracle.Pieces.lineNumber;
import static io.milepost.local.oracle.Pieces.number;
import static io.milepost.local.oracle.Pieces.part;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.events.ReceiptKind;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of line 1 of order P1, made by hand. Times are days since 2026-01-01 00:00 UTC, fractions
 * allowed. Vendor V, ten pieces at 5.00, unless it is said.
 */
final class LineCase {

    static final String LINE = line(1);

    private final List<TimedEvent> events = new ArrayList<>();
    private int documents;

    static String line(long lineId) {
        return FeedKeys.line("demo", "1", 1, lineId);
    }

    List<TimedEvent> events() {
        return events;
    }

    LineCase order(double planned, double known) {
        return order(1, OrderState.PURCHASE, 10, planned, known, known);
    }

    LineCase order(
            long lineId,
            OrderState state,
            int quantity,
            double planned,
            double occurred,
            double known) {
        OdooOrderLine line =
                new OdooOrderLine(
                        envelope("line-" + lineId + "-" + known, null, occurred, known),
                        day(known),
                        1L,
                        lineId,
                        "P1",
                        (int) lineId,
                        state,
                        false,
                        "V",
                        null,
                        "VI",
                        null,
                        "G" + lineId,
                        null,
                        null,
                        null,
                        null,
                        number(quantity),
                        "C62",
                        number(1),
                        number(5),
                        "EUR",
                        instant(0),
                        instant(0),
                        instant(planned),
                        null);
        return add(
                new TimedEvent(
                        Catalogue.ORDER_LINES,
                        line(lineId),
                        line,
                        line(lineId),
                        day(known),
                        day(known)));
    }

    LineCase receipt(long move, int quantity, double occurred, double known) {
        OdooReceipt receipt =
                new OdooReceipt(
                        envelope("move-" + move, null, occurred, known),
                        1L,
                        move,
                        1L,
                        1L,
                        null,
                        MoveDirection.INBOUND,
                        MoveState.DONE,
                        number(quantity),
                        "C62",
                        null,
                        ReceiptKind.GOODS);
        return add(new TimedEvent(Catalogue.RECEIPTS, LINE, receipt, LINE, day(known), day(known)));
    }

    LineCase bill(String number, int quantity, String price, double occurred, Double paid) {
        double known = paid == null ? occurred : paid;
        OdooBill bill =
                new OdooBill(
                        envelope("bill-" + number + known, null, occurred, known),
                        day(known),
                        number.hashCode() + 0L,
                        number.hashCode() + 0L,
                        1L,
                        1L,
                        number,
                        BillKind.BILL,
                        BillState.POSTED,
                        number(quantity),
                        "C62",
                        new BigDecimal(price),
                        "EUR",
                        paid == null ? PaymentState.NOT_PAID : PaymentState.PAID,
                        paid == null ? null : instant(paid));
        return add(new TimedEvent(Catalogue.BILLS, LINE, bill, LINE, day(known), day(known)));
    }

    LineCase acknowledged(double promised, double known) {
        return acknowledged(
                "ACK" + ++documents,
                DocumentPurpose.ORIGINAL,
                known,
                part(LineAnswer.ACCEPTED, 10, promised));
    }

    LineCase acknowledged(
            String number, DocumentPurpose purpose, double known, ScheduleLine... parts) {
        return said(
                number,
                purpose,
                lineNumber(1),
                new Acknowledgement(List.of(parts), null, false, null, null),
                known,
                known);
    }

    LineCase added(String number, double known, ScheduleLine... parts) {
        return said(
                number,
                DocumentPurpose.ORIGINAL,
                lineNumber(1),
                new Acknowledgement(List.of(parts), null, true, null, null),
                known,
                known);
    }

    LineCase shipped(String number, double shipped, double known, String tracking) {
        ShipNotice notice = new ShipNotice(number, instant(shipped), null, number(10), "C62");
        return supplier(
                "V",
                new Document(number, DocumentPurpose.ORIGINAL, instant(known), null),
                lineNumber(1),
                notice,
                known,
                known,
                List.of(new Reference(ReferenceType.TRACKING_NUMBER, tracking)));
    }

    /** As if Odoo knew no number of any line. */
    LineCase unnumbered() {
        events.stream()
                .map(TimedEvent::value)
                .filter(OdooOrderLine.class::isInstance)
                .forEach(line -> ((OdooOrderLine) line).setLineNumber(null));
        return this;
    }

    /** The order has left us, with a number of a line. */
    LineCase sent(long lineId, int number, double known) {
        supplier(
                "V",
                new Document("O" + known, DocumentPurpose.ORIGINAL, instant(known), "1"),
                new LineReference(lineId, 1L, number, null, null, null),
                new TechnicalAcknowledgement("1", TechnicalOutcome.SENT),
                known,
                known,
                List.of());
        SupplierEvent event = (SupplierEvent) events.get(events.size() - 1).value();
        event.getEnvelope().setSourceSystem("partner-delivery");
        return this;
    }

    LineCase said(
            String number,
            DocumentPurpose purpose,
            LineReference line,
            Object body,
            double occurred,
            double known) {
        Document document = new Document(number, purpose, instant(occurred), null);
        return supplier("V", document, line, body, occurred, known, List.of());
    }

    LineCase supplier(
            String partner,
            Document document,
            LineReference line,
            Object body,
            double occurred,
            double known,
            List<Reference> references) {
        String id =
                document.getNumber()
                        + document.getPurpose()
                        + body.getClass().getSimpleName()
                        + occurred;
        Envelope envelope = envelope(id, partner, occurred, known);
        envelope.setReferences(references);
        SupplierEvent event = new SupplierEvent(envelope, document, "P1", line, body);
        return add(
                new TimedEvent(
                        Catalogue.SUPPLIER_EVENTS,
                        FeedKeys.order("demo", "1", "P1"),
                        event,
                        null,
                        day(known),
                        day(known)));
    }

    LineCase carrier(
            String tracking, CarrierStatus status, TimeClassifier classifier, double occurred) {
        return carrier(tracking, status, classifier, occurred, occurred);
    }

    LineCase carrier(
            String tracking,
            CarrierStatus status,
            TimeClassifier classifier,
            double occurred,
            double known) {
        Envelope envelope = envelope(tracking + status + occurred, "CARRIER", occurred, known);
        Reference reference = new Reference(ReferenceType.TRACKING_NUMBER, tracking);
        envelope.setReferences(List.of(reference));
        CarrierEvent event = new CarrierEvent(envelope, status, classifier, null, null, null);
        return add(
                new TimedEvent(
                        Catalogue.CARRIER_EVENTS,
                        FeedKeys.shipment("demo", "1", reference),
                        event,
                        null,
                        day(known),
                        day(known)));
    }

    OracleVerdict judge(double clock, OracleRule... rules) {
        return new Oracle(List.of(rules), day(clock)).judge(events);
    }

    private LineCase add(TimedEvent event) {
        events.add(event);
        return this;
    }

    private static Envelope envelope(String id, String partner, double occurred, double known) {
        return new Envelope(
                id,
                "test",
                "demo",
                "1",
                partner,
                instant(occurred),
                instant(known),
                instant(known),
                List.of(),
                null);
    }
}
