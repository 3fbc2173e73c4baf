package io.milepost.e2e.stack;

import io.milepost.events.Document;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events of one purchase-order line, for tests that tell a story about the clock. */
public final class Story {

    /** The line that the stories are about. */
    public static final String LINE = FeedKeys.line("test", "1", 1, 1);

    private static final BigDecimal QUANTITY = new BigDecimal("10.000000");

    private Story() {}

    /** The line is ordered, and known, at a time, for a planned time. */
    public static TimedEvent ordered(Instant at, Instant planned) {
        OdooOrderLine line =
                OdooOrderLine.newBuilder()
                        .setEnvelope(envelope("order-1", at))
                        .setVersion(Micros.of(at))
                        .setOrderId(1)
                        .setLineId(1)
                        .setOrderName("P00001")
                        .setLineNumber(1)
                        .setOrderState(OrderState.PURCHASE)
                        .setVendor("vendor-1")
                        .setQuantity(QUANTITY)
                        .setUnit("C62")
                        .setUnitPrice(new BigDecimal("2.500000"))
                        .setCurrency("EUR")
                        .setOrderedAt(at)
                        .setConfirmedAt(at)
                        .setPlannedAt(planned)
                        .build();
        return event(Catalogue.ORDER_LINES, line, at);
    }

    /** A vendor says of the line, by its number on the order, that it was shipped. */
    public static TimedEvent shipNotice(String vendor, String number, Instant at) {
        Envelope envelope = envelope("notice-" + number, at);
        envelope.setPartner(vendor);
        SupplierEvent event =
                SupplierEvent.newBuilder()
                        .setEnvelope(envelope)
                        .setDocument(
                                Document.newBuilder().setNumber(number).setIssuedAt(at).build())
                        .setOrderName("P00001")
                        .setLine(LineReference.newBuilder().setLineNumber(1).build())
                        .setBody(
                                ShipNotice.newBuilder()
                                        .setShipmentId(number)
                                        .setShippedAt(at)
                                        .setQuantity(QUANTITY)
                                        .setUnit("C62")
                                        .build())
                        .build();
        return new TimedEvent(
                Catalogue.SUPPLIER_EVENTS,
                FeedKeys.order("test", "1", "P00001"),
                event,
                LINE,
                Micros.of(at),
                Micros.of(at));
    }

    /** The line is received in full, and known to be, at a time. */
    public static TimedEvent received(Instant at) {
        return received("receipt-1", "C62", at);
    }

    /** A receipt of the line in a unit. */
    public static TimedEvent received(String eventId, String unit, Instant at) {
        OdooReceipt receipt =
                OdooReceipt.newBuilder()
                        .setEnvelope(envelope(eventId, at))
                        .setVersion(Micros.of(at))
                        .setMoveId(1)
                        .setOrderId(1)
                        .setLineId(1)
                        .setDirection(MoveDirection.INBOUND)
                        .setState(MoveState.DONE)
                        .setQuantity(QUANTITY)
                        .setUnit(unit)
                        .build();
        return event(Catalogue.RECEIPTS, receipt, at);
    }

    private static TimedEvent event(Topic<?> topic, SpecificRecord value, Instant at) {
        return new TimedEvent(topic, LINE, value, LINE, Micros.of(at), Micros.of(at));
    }

    private static Envelope envelope(String eventId, Instant at) {
        return new Envelope(eventId, "odoo", "test", "1", null, at, at, at, List.of(), null);
    }
}
