package io.milepost.pipelines.milestones;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadlineBase;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.MilestoneName;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OdooResult;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.events.PolicySelector;
import io.milepost.events.ReceiptKind;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ScheduleLine;
import io.milepost.events.Severity;
import io.milepost.events.ShipNotice;
import io.milepost.events.SlaPolicy;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.state.correlation.LineNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Events about order P00042 (id 42) of vendor acme: ten pieces a line, promised 2026-03-01. */
public final class Events {

    public static final String PROMISED = "2026-03-01";

    private static final BigDecimal TEN = new BigDecimal("10.000000");
    private static final BigDecimal ONE = new BigDecimal("1.000000");

    private Events() {}

    public static Instant time(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    public static long millis(String text) {
        return time(text).toEpochMilli();
    }

    public static OdooOrderLine order(long lineId, String known) {
        return order(lineId, (int) lineId, 1, "VI-" + lineId, known);
    }

    public static OdooOrderLine order(
            long lineId, int number, long version, String vendorItem, String known) {
        return new OdooOrderLine(
                envelope("order-" + lineId + "-" + version, null, known, List.of()),
                version,
                42L,
                lineId,
                "P00042",
                number,
                OrderState.PURCHASE,
                false,
                "acme",
                null,
                vendorItem,
                "OI",
                null,
                null,
                null,
                null,
                null,
                TEN,
                "C62",
                ONE,
                ONE,
                "EUR",
                time("2026-01-31"),
                null,
                time(PROMISED),
                null);
    }

    public static OdooReceipt receipt(long lineId, String unit, String known) {
        return new OdooReceipt(
                envelope("receipt-" + lineId, null, known, List.of()),
                1L,
                lineId,
                42L,
                lineId,
                null,
                MoveDirection.INBOUND,
                MoveState.DONE,
                TEN,
                unit,
                null,
                ReceiptKind.GOODS);
    }

    /** All ten pieces, posted and not paid. */
    public static OdooBill bill(long lineId, String known) {
        return new OdooBill(
                envelope("bill-" + lineId, null, known, List.of()),
                1L,
                lineId,
                lineId,
                42L,
                lineId,
                null,
                BillKind.BILL,
                BillState.POSTED,
                TEN,
                "C62",
                ONE,
                "EUR",
                PaymentState.NOT_PAID,
                null);
    }

    /** An acknowledgement; {@code line} is {@code null} where it is for the whole order. */
    public static SupplierEvent acknowledgement(
            String number, String partner, LineReference line, String known) {
        ScheduleLine part =
                new ScheduleLine(1, LineAnswer.ACCEPTED, TEN, "C62", time(PROMISED), null);
        return supplier(
                number,
                partner,
                line,
                new Acknowledgement(List.of(part), null, false, null, null),
                known,
                List.of());
    }

    /** The order has left us, with a number of a line. */
    public static SupplierEvent sent(long lineId, int number, String known) {
        SupplierEvent event =
                supplier(
                        "sent-" + lineId + "-" + number + "-" + known,
                        "acme",
                        new LineReference(lineId, 42L, number, null, null, null),
                        new TechnicalAcknowledgement("1", TechnicalOutcome.SENT),
                        known,
                        List.of());
        event.getEnvelope().setSourceSystem(LineNumber.TELLER);
        return event;
    }

    /** As Odoo tells of a line: it knows no number of it. */
    public static OdooOrderLine unnumbered(OdooOrderLine line) {
        line.setLineNumber(null);
        return line;
    }

    public static SupplierEvent shipNotice(
            String shipment, LineReference line, String tracking, String shippedAt) {
        ShipNotice notice = new ShipNotice(shipment, time(shippedAt), null, TEN, "C62");
        return supplier(shipment, "acme", line, notice, shippedAt, tracking(tracking));
    }

    public static CarrierEvent carrier(
            String id, CarrierStatus status, String tracking, String known) {
        return new CarrierEvent(
                envelope(id, "carrier", known, tracking(tracking)),
                status,
                TimeClassifier.ACTUAL,
                null,
                null,
                null);
    }

    public static LineReference byNumber(int number) {
        return new LineReference(null, null, number, null, null, null);
    }

    public static LineReference byItem(String vendorItem) {
        return new LineReference(null, null, null, vendorItem, null, null);
    }

    public static LineReference byIds(long orderId, long lineId) {
        return new LineReference(lineId, orderId, null, null, null, null);
    }

    /** RECEIVED by the end of the promised day, UTC. */
    public static SlaPolicy receiptPolicy() {
        return new SlaPolicy(
                "receipt",
                1,
                Instant.EPOCH,
                false,
                MilestoneName.RECEIVED,
                MilestoneName.ORDERED,
                DeadlineBase.CURRENT_PROMISE,
                0L,
                true,
                "UTC",
                0L,
                Severity.MEDIUM,
                new PolicySelector(null, null, null, null, null, null),
                "",
                "",
                null,
                List.of(),
                false,
                null,
                null,
                false,
                null);
    }

    /** What Odoo answered to a command. */
    public static OdooResult result(OdooCommand command, CommandOutcome outcome, String known) {
        return OdooResult.newBuilder()
                .setEnvelope(envelope(command.getCommandId() + outcome, null, known, List.of()))
                .setCommandId(command.getCommandId())
                .setLineKey(command.getLineKey())
                .setKind(command.getKind())
                .setOutcome(outcome)
                .setValue(command.getValue())
                .build();
    }

    /** What Odoo answered to a command about an item. */
    public static OdooResult itemResult(String itemKey, String known) {
        return OdooResult.newBuilder()
                .setEnvelope(envelope("r", null, known, List.of()))
                .setCommandId("c")
                .setItemKey(itemKey)
                .setKind(CommandKind.SET_LEAD_TIME)
                .setOutcome(CommandOutcome.APPLIED)
                .build();
    }

    private static SupplierEvent supplier(
            String number,
            String partner,
            LineReference line,
            Object body,
            String known,
            List<Reference> references) {
        return new SupplierEvent(
                envelope("event-" + number, partner, known, references),
                new Document(number, DocumentPurpose.ORIGINAL, time(known), null),
                "P00042",
                line,
                body);
    }

    private static List<Reference> tracking(String number) {
        return List.of(new Reference(ReferenceType.TRACKING_NUMBER, number));
    }

    private static Envelope envelope(
            String id, String partner, String known, List<Reference> references) {
        Instant at = time(known);
        return new Envelope(id, "test", "main", "1", partner, at, at, at, references, null);
    }
}
