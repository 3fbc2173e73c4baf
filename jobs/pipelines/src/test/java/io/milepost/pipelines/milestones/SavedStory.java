package io.milepost.pipelines.milestones;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.runs.Release;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A story in two parts, between which the job is stopped with a savepoint. The first part leaves
 * something in every state that the job has; the second one asks for it. Released savepoints have
 * been written after the first part, so for a release that one stays as it is.
 */
final class SavedStory {

    /** How far the feeds have promised when the first part ends; that of the carriers is ahead. */
    static final String CLOCK = "2026-02-25";

    static final String AHEAD = "2026-03-03";

    /** Postings of the long line, more than fit into one value. */
    static final int POSTINGS = 20;

    /** From this release on a carrier's references are linked, and ship notices taken back. */
    static final int LINKS = 2;

    /** From this release on a line may be split, and its parts share what is said of it. */
    static final int PARTS = 3;

    /** From this release on an order knows the numbers that its lines were sent under. */
    static final int NUMBERS = 3;

    private SavedStory() {}

    /** How many lines of the first part are open when it ends. */
    static int openLines(Release release) {
        return release.number() >= PARTS ? 5 : 3;
    }

    /** What is read before the savepoint of a release. */
    static List<InboundRecord> before(Release release) {
        List<InboundRecord> records = new ArrayList<>();
        add(records, Catalogue.POLICIES, Events.receiptPolicy());
        add(records, Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01"));
        add(records, Catalogue.ORDER_LINES, order(45, 4502, "2026-02-01"));
        add(records, Catalogue.ORDER_LINES, order(47, 4701, "2026-02-01"));
        add(records, Catalogue.ORDER_LINES, cancelled(order(47, 4701, "2026-02-20")));
        records.addAll(longLine());
        add(records, Catalogue.RECEIPTS, receipt(43, 4301, "2026-02-15"));
        add(records, Catalogue.RECEIPTS, receipt(44, 4401, "2026-02-16"));
        addSuppliers(records);
        add(records, Catalogue.CARRIER_EVENTS, inTransit("c2", "T2", "2026-02-11"));
        add(records, Catalogue.CARRIER_EVENTS, inTransit("c3", "T3", "2026-02-12"));
        if (release.number() >= LINKS) {
            addLinks(records);
        }
        if (release.number() >= NUMBERS) {
            add(records, Catalogue.SUPPLIER_EVENTS, sentBeforeItsLine());
        }
        if (release.number() >= PARTS) {
            addParts(records);
        }
        return withHeartbeats(records, CLOCK, AHEAD);
    }

    private static void addSuppliers(List<InboundRecord> records) {
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                Events.acknowledgement("A1", "acme", null, "2026-02-02"));
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                Events.shipNotice("S1", Events.byNumber(4201), "T1", "2026-02-10"));
        add(records, Catalogue.SUPPLIER_EVENTS, of("P00050", acknowledgement("A5", 4501)));
        add(records, Catalogue.SUPPLIER_EVENTS, of("P00051", acknowledgement("A6", 5101)));
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                of(
                        "P00045",
                        Events.acknowledgement(
                                "A7", "acme", Events.byItem("VI-4502"), "2026-02-28")));
    }

    /** Two references that belong together, and a ship notice that will be taken back. */
    private static void addLinks(List<InboundRecord> records) {
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                of("P00045", Events.shipNotice("S3", Events.byNumber(4502), "T5", "2026-02-10")));
        CarrierEvent linking = inTransit("c4", "T5", "2026-02-12");
        linking.getEnvelope()
                .setReferences(
                        Stream.of("T5", "T6")
                                .map(t -> new Reference(ReferenceType.TRACKING_NUMBER, t))
                                .toList());
        add(records, Catalogue.CARRIER_EVENTS, linking);
        add(records, Catalogue.SUPPLIER_EVENTS, of("P00046", lostShipment()));
        add(records, Catalogue.CARRIER_EVENTS, inTransit("c6", "T7", "2026-02-13"));
    }

    /** What is known of its order is a number of a line. */
    private static SupplierEvent sentBeforeItsLine() {
        SupplierEvent sent = of("P00049", Events.sent(4901, 9, "2026-02-05"));
        sent.getLine().setOrderId(49L);
        return sent;
    }

    /**
     * A line of ten that is confirmed and split: six stay, four become another line. Two of those
     * that stay are under way.
     */
    private static void addParts(List<InboundRecord> records) {
        add(records, Catalogue.ORDER_LINES, order(48, 4801, "2026-02-01"));
        add(records, Catalogue.SUPPLIER_EVENTS, of("P00048", acknowledgement("A9", 4801)));
        add(records, Catalogue.ORDER_LINES, share(4801, 2, "6.000000", "0.000000", "4.000000"));
        add(records, Catalogue.ORDER_LINES, share(4802, 1, "4.000000", "6.000000", "0.000000"));
        SupplierEvent notice = Events.shipNotice("S9", Events.byNumber(4801), "T9", "2026-02-19");
        ((ShipNotice) notice.getBody()).setQuantity(new BigDecimal("2.000000"));
        add(records, Catalogue.SUPPLIER_EVENTS, of("P00048", notice));
        add(records, Catalogue.CARRIER_EVENTS, inTransit("c9", "T9", "2026-02-20"));
    }

    /** The line is split once more: five stay, and one becomes another line. */
    private static void addPart(List<InboundRecord> records) {
        add(records, Catalogue.ORDER_LINES, share(4801, 3, "5.000000", "0.000000", "5.000000"));
        add(records, Catalogue.ORDER_LINES, share(4802, 2, "4.000000", "5.000000", "1.000000"));
        add(records, Catalogue.ORDER_LINES, share(4803, 1, "1.000000", "9.000000", "0.000000"));
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                of("P00048", Events.shipNotice("S8", Events.byNumber(4801), "T8", "2026-02-27")));
    }

    private static OdooOrderLine share(
            long line, long version, String quantity, String before, String after) {
        // The line was split on the 18th and again on the 26th.
        boolean isAgain = line == 4803 || version > (line == 4801 ? 2 : 1);
        OdooOrderLine order = order(48, line, isAgain ? "2026-02-26" : "2026-02-18");
        order.setVersion(version);
        order.getEnvelope().setEventId("order-" + line + "-" + version);
        order.setQuantity(new BigDecimal(quantity));
        order.setSplitOf(line == 4801 ? null : 4801L);
        order.setSplitBefore(new BigDecimal(before));
        order.setSplitAfter(new BigDecimal(after));
        return order;
    }

    private static SupplierEvent lostShipment() {
        return Events.shipNotice("S4", Events.byNumber(4601), "T7", "2026-02-11");
    }

    private static SupplierEvent cancelled(SupplierEvent event, String known) {
        event.getDocument().setPurpose(DocumentPurpose.CANCEL);
        event.getDocument().setIssuedAt(Events.time(known));
        event.getEnvelope().setEventId(event.getEnvelope().getEventId() + "-cancelled");
        event.getEnvelope().setKnownAt(Events.time(known));
        return event;
    }

    /** A line with more postings than fit into its value. */
    static List<InboundRecord> longLine() {
        List<InboundRecord> records = new ArrayList<>();
        add(records, Catalogue.ORDER_LINES, order(46, 4601, "2026-02-01"));
        for (int i = 1; i <= POSTINGS; i++) {
            add(records, Catalogue.RECEIPTS, posting(i, i));
        }
        return records;
    }

    /** What is read after it. */
    static List<InboundRecord> after(Release release) {
        List<InboundRecord> records = new ArrayList<>();
        add(records, Catalogue.POLICIES, Events.receiptPolicy());
        add(records, Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01"));
        add(records, Catalogue.ORDER_LINES, Events.order(4202, "2026-02-26"));
        add(records, Catalogue.ORDER_LINES, order(43, 4301, "2026-02-26"));
        add(records, Catalogue.ORDER_LINES, order(50, 4501, "2026-02-26"));
        add(records, Catalogue.RECEIPTS, posting(3, 3));
        add(records, Catalogue.RECEIPTS, posting(POSTINGS + 1, 0));
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                Events.acknowledgement("A2", "acme", Events.byNumber(4201), "2026-02-27"));
        add(
                records,
                Catalogue.SUPPLIER_EVENTS,
                Events.shipNotice("S2", Events.byNumber(4202), "T2", "2026-02-10"));
        add(records, Catalogue.CARRIER_EVENTS, inTransit("c1", "T1", "2026-02-27"));
        if (release.number() >= LINKS) {
            add(
                    records,
                    Catalogue.CARRIER_EVENTS,
                    Events.carrier("c5", CarrierStatus.ARRIVED, "T6", "2026-02-27"));
            add(
                    records,
                    Catalogue.SUPPLIER_EVENTS,
                    of("P00046", cancelled(lostShipment(), "2026-02-27")));
        }
        if (release.number() >= PARTS) {
            addPart(records);
            add(records, Catalogue.CARRIER_EVENTS, inTransit("c8", "T8", "2026-02-28"));
        }
        if (release.number() >= NUMBERS) {
            add(records, Catalogue.ORDER_LINES, Events.unnumbered(order(49, 4901, "2026-02-26")));
            add(
                    records,
                    Catalogue.SUPPLIER_EVENTS,
                    of(
                            "P00049",
                            Events.acknowledgement(
                                    "A8", "acme", Events.byNumber(9), "2026-02-27")));
        }
        return withHeartbeats(records, "2026-04-01", "2026-04-01");
    }

    /** Every feed promises; all promise the same but the carriers. */
    static List<InboundRecord> withHeartbeats(
            List<InboundRecord> records, String clock, String carriers) {
        List<InboundRecord> all = new ArrayList<>(records);
        for (Topic<?> topic : FactTopics.ALL) {
            String time = topic.equals(Catalogue.CARRIER_EVENTS) ? carriers : clock;
            all.add(Bench.heartbeat(topic, Events.millis(time) * 1000));
        }
        return all;
    }

    static OdooOrderLine order(long orderId, long lineId, String known) {
        OdooOrderLine order = Events.order(lineId, known);
        order.setOrderId(orderId);
        order.setOrderName("P000" + orderId);
        return order;
    }

    static OdooOrderLine cancelled(OdooOrderLine order) {
        order.setVersion(2L);
        order.setOrderState(OrderState.CANCELLED);
        order.getEnvelope().setEventId(order.getEnvelope().getEventId() + "-cancelled");
        return order;
    }

    static OdooReceipt receipt(long orderId, long lineId, String known) {
        OdooReceipt receipt = Events.receipt(lineId, "C62", known);
        receipt.setOrderId(orderId);
        return receipt;
    }

    static OdooBill bill(long orderId, long lineId, String known) {
        OdooBill bill = Events.bill(lineId, known);
        bill.setOrderId(orderId);
        return bill;
    }

    /** A twentieth of a piece of the long line, received and known some hours after the order. */
    private static OdooReceipt posting(int move, int hours) {
        OdooReceipt receipt = receipt(46, 4601, "2026-02-01");
        receipt.setMoveId((long) move);
        receipt.setQuantity(new BigDecimal("0.050000"));
        receipt.getEnvelope().setEventId("receipt-" + move);
        receipt.getEnvelope()
                .setKnownAt(
                        Events.time("2026-02-01").plus(Duration.ofHours(hours)).plusNanos(1000));
        receipt.getEnvelope().setOccurredAt(receipt.getEnvelope().getKnownAt());
        return receipt;
    }

    private static SupplierEvent acknowledgement(String number, int line) {
        return Events.acknowledgement(number, "acme", Events.byNumber(line), "2026-02-17");
    }

    static SupplierEvent of(String orderName, SupplierEvent event) {
        event.setOrderName(orderName);
        return event;
    }

    private static CarrierEvent inTransit(String id, String tracking, String known) {
        return Events.carrier(id, CarrierStatus.IN_TRANSIT, tracking, known);
    }

    private static void add(List<InboundRecord> records, Topic<?> topic, SpecificRecord event) {
        records.add(Bench.record(topic, event));
    }
}
