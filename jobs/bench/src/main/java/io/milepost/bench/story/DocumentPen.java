package io.milepost.bench.story;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.Invoice;
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
import io.milepost.events.ScheduleLine;
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

/**
 * Writes one event after the other of a line. Kafka's key is the line's whatever the topic, so that
 * a peer need not move records before it can work on lines.
 */
final class DocumentPen {

    private static final String INSTANCE = "main";
    private static final String COMPANY = "1";
    private static final int LINES_OF_AN_ORDER = 5;
    private static final long PROMISED = 30 * Micros.DAY;
    private static final String UNIT = "C62";
    private static final String CURRENCY = "EUR";
    private static final BigDecimal PART = new BigDecimal("50.000000");
    private static final BigDecimal ORDERED = new BigDecimal("100000.000000");
    private static final BigDecimal PRICE = new BigDecimal("12.500000");

    private final long start;
    private final Mix mix;

    DocumentPen(long start, Mix mix) {
        this.start = start;
        this.mix = mix;
    }

    /** The event of a line in a round, the order being the one of round 0. */
    TimedEvent event(int line, int round, long at) {
        if (round == 0) {
            return event(Catalogue.ORDER_LINES, line, order(line, at), at);
        }
        if (round == 1) {
            return said(line, round, at, acknowledgement());
        }
        return mix == Mix.NAMED ? named(line, round, at) : hop(line, round, at);
    }

    private TimedEvent named(int line, int round, long at) {
        return switch (round % 10) {
            case 5 -> said(line, round, at, invoice());
            case 8 -> event(Catalogue.BILLS, line, bill(line, round - 3, at, false), at);
            case 1 -> event(Catalogue.BILLS, line, bill(line, round - 6, at, true), at);
            default -> event(Catalogue.RECEIPTS, line, receipt(line, round, at), at);
        };
    }

    private TimedEvent hop(int line, int round, long at) {
        return switch (round % 3) {
            case 0 -> said(line, round, at, acknowledgement());
            case 1 -> said(line, round, at, invoice());
            default -> said(line, round, at, notice(line, round, at));
        };
    }

    private TimedEvent event(Topic<?> topic, int line, SpecificRecord value, long at) {
        String key = FeedKeys.line(INSTANCE, COMPANY, orderId(line), lineId(line));
        return new TimedEvent(topic, key, value, key, at, at);
    }

    private TimedEvent said(int line, int round, long at, Object body) {
        String number = "DOC-" + line + "-" + round;
        LineReference reference =
                mix == Mix.NAMED
                        ? new LineReference(lineId(line), orderId(line), null, null, null, null)
                        : new LineReference(null, null, lineNumber(line), null, null, null);
        SupplierEvent event =
                new SupplierEvent(
                        envelope("edi-x12", number, vendor(line), at),
                        new Document(number, DocumentPurpose.ORIGINAL, instant(at), null),
                        orderName(line),
                        reference,
                        body);
        return event(Catalogue.SUPPLIER_EVENTS, line, event, at);
    }

    private OdooOrderLine order(int line, long at) {
        return new OdooOrderLine(
                envelope("odoo", "order-" + line, null, at),
                at,
                orderId(line),
                lineId(line),
                orderName(line),
                lineNumber(line),
                OrderState.PURCHASE,
                false,
                vendor(line),
                "Supplier " + vendor(line),
                "V-" + line % 5_000,
                "ITEM-" + line % 5_000,
                null,
                "Item " + line % 5_000,
                "valves",
                "WH",
                "DAP",
                ORDERED,
                UNIT,
                BigDecimal.ONE.setScale(6),
                PRICE,
                CURRENCY,
                instant(at),
                instant(at),
                instant(start + PROMISED),
                null);
    }

    private OdooReceipt receipt(int line, int round, long at) {
        long move = line * 1_000L + round;
        return new OdooReceipt(
                envelope("odoo", "move-" + move, null, at),
                at,
                move,
                orderId(line),
                lineId(line),
                "WH/IN/" + move,
                MoveDirection.INBOUND,
                MoveState.DONE,
                PART,
                UNIT,
                null,
                ReceiptKind.GOODS);
    }

    /** The bill of the invoice of a round, posted or paid. */
    private OdooBill bill(int line, int round, long at, boolean paid) {
        long id = line * 1_000L + round;
        return new OdooBill(
                envelope("odoo", "bill-" + id + (paid ? "-paid" : "-posted"), null, at),
                at,
                id,
                id,
                orderId(line),
                lineId(line),
                "DOC-" + line + "-" + round,
                BillKind.BILL,
                BillState.POSTED,
                PART,
                UNIT,
                PRICE,
                CURRENCY,
                paid ? PaymentState.PAID : PaymentState.NOT_PAID,
                paid ? instant(at) : null);
    }

    private Acknowledgement acknowledgement() {
        ScheduleLine whole =
                new ScheduleLine(
                        1, LineAnswer.ACCEPTED, ORDERED, UNIT, instant(start + PROMISED), null);
        return new Acknowledgement(List.of(whole), null, false, null, null);
    }

    private Invoice invoice() {
        return new Invoice(PART, UNIT, PRICE, CURRENCY, instant(start + 2 * PROMISED));
    }

    private static ShipNotice notice(int line, int round, long at) {
        return new ShipNotice("S-" + line + "-" + round, instant(at), null, PART, UNIT);
    }

    private static Envelope envelope(String source, String id, String partner, long at) {
        return new Envelope(
                "0192f0c4-7d1e-" + id,
                source,
                INSTANCE,
                COMPANY,
                partner,
                instant(at),
                instant(at),
                instant(at),
                List.of(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private static long orderId(int line) {
        return 1 + line / LINES_OF_AN_ORDER;
    }

    private static long lineId(int line) {
        return 1 + line;
    }

    private static int lineNumber(int line) {
        return 1 + line % LINES_OF_AN_ORDER;
    }

    private static String orderName(int line) {
        return String.format("P%07d", orderId(line));
    }

    private static String vendor(int line) {
        return "vendor-" + orderId(line) % 400;
    }

    private static Instant instant(long micros) {
        return Micros.toInstant(micros);
    }
}
