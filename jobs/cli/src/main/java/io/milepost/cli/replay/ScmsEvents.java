package io.milepost.cli.replay;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.ReceiptKind;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Makes the three events of one row: the order line, the ship notice, the receipt. */
final class ScmsEvents {

    static final String INSTANCE = "scms";
    static final String COMPANY = "1";

    /** Quantities are packs; a pack counts as one piece. */
    private static final String UNIT = "C62";

    private static final int SCALE = 6;

    private final ScmsRow row;
    private final ScmsKnowledge knowledge;
    private final long orderId;
    private final int lineNumber;
    private final String lineKey;

    ScmsEvents(ScmsRow row, ScmsKnowledge knowledge, long orderId, int lineNumber) {
        this.row = row;
        this.knowledge = knowledge;
        this.orderId = orderId;
        this.lineNumber = lineNumber;
        this.lineKey = FeedKeys.line(INSTANCE, COMPANY, orderId, row.id());
    }

    TimedEvent order() {
        long known = knowledge.orderKnown();
        Instant at = Micros.toInstant(known);
        OdooOrderLine line =
                new OdooOrderLine(
                        envelope("order", null, known, known, List.of()),
                        known,
                        orderId,
                        row.id(),
                        row.order(),
                        lineNumber,
                        OrderState.PURCHASE,
                        false,
                        row.vendor(),
                        row.vendor(),
                        null,
                        null,
                        null,
                        row.description(),
                        row.category(),
                        row.country(),
                        row.incoterm(),
                        decimal(row.quantity()),
                        UNIT,
                        decimal(BigDecimal.ONE),
                        decimal(row.packPrice()),
                        "USD",
                        at,
                        at,
                        Micros.toInstant(ScmsKnowledge.startOf(row.scheduled())),
                        null);
        return new TimedEvent(Catalogue.ORDER_LINES, lineKey, line, lineKey, known, known);
    }

    /** The log does not say when the goods left; they left no later than they were delivered. */
    TimedEvent shipNotice() {
        long known = knowledge.noticeKnown();
        long delivered = ScmsKnowledge.startOf(row.delivered());
        Reference reference = new Reference(ReferenceType.SHIP_NOTICE, row.shipNotice());
        SupplierEvent notice =
                new SupplierEvent(
                        envelope("notice", row.vendor(), known, known, List.of(reference)),
                        new Document(
                                row.shipNotice(),
                                DocumentPurpose.ORIGINAL,
                                Micros.toInstant(known),
                                null),
                        row.order(),
                        new LineReference(null, null, lineNumber, null, null, null),
                        new ShipNotice(
                                row.shipNotice(),
                                Micros.toInstant(Math.min(delivered, known)),
                                null,
                                decimal(row.quantity()),
                                UNIT));
        String key = FeedKeys.order(INSTANCE, COMPANY, row.order());
        return new TimedEvent(Catalogue.SUPPLIER_EVENTS, key, notice, lineKey, known, known);
    }

    TimedEvent receipt() {
        long delivered = ScmsKnowledge.startOf(row.delivered());
        long recorded = ScmsKnowledge.startOf(row.recorded());
        OdooReceipt receipt =
                new OdooReceipt(
                        envelope("receipt", null, delivered, recorded, List.of()),
                        recorded,
                        row.id(),
                        orderId,
                        row.id(),
                        null,
                        MoveDirection.INBOUND,
                        MoveState.DONE,
                        decimal(row.quantity()),
                        UNIT,
                        null,
                        ReceiptKind.GOODS);
        return new TimedEvent(Catalogue.RECEIPTS, lineKey, receipt, lineKey, recorded, recorded);
    }

    private Envelope envelope(
            String kind, String partner, long occurredAt, long known, List<Reference> references) {
        Instant knownAt = Micros.toInstant(known);
        return new Envelope(
                "scms-" + row.id() + "-" + kind,
                "scms",
                INSTANCE,
                COMPANY,
                partner,
                Micros.toInstant(occurredAt),
                knownAt,
                knownAt,
                references,
                null);
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
