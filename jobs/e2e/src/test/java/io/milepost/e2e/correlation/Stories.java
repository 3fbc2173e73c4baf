package io.milepost.e2e.correlation;

import static io.milepost.events.MilestoneName.SENT;

import io.milepost.events.Envelope;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells stories to a desk, all side by side, one message of each a round. */
final class Stories {

    private static final Instant ORDERED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant PLANNED = Instant.parse("2026-03-20T12:00:00Z");
    private static final BigDecimal QUANTITY = new BigDecimal("100.000000");
    private static final BigDecimal PRICE = new BigDecimal("2.500000");

    private final PartnerDesk desk;
    private final List<Case> cases;
    private final long firstOrder;

    /**
     * @param firstOrder id of the first story's order; each takes two
     */
    Stories(PartnerDesk desk, List<Case> cases, long firstOrder) {
        this.desk = desk;
        this.cases = cases;
        this.firstOrder = firstOrder;
    }

    static String orderName(long orderId) {
        return "P%05d".formatted(orderId);
    }

    private long orderId(int story) {
        return firstOrder + 2L * story;
    }

    /** What is said of a story. */
    Told told(int story) {
        return new Told(desk.views(), orderId(story));
    }

    /** The orders that are known before the partners speak. */
    void ordersFirst() throws IOException {
        for (int story = 0; story < cases.size(); story++) {
            if (!cases.get(story).ordersLast()) {
                order(story);
            }
        }
    }

    /** Waits until the orders that we send have left. */
    void awaitThatOrdersWereSent() throws InterruptedException {
        for (int story = 0; story < cases.size(); story++) {
            if (cases.get(story).sent()) {
                Told told = told(story);
                desk.await(
                        "what was sent of " + orderName(orderId(story)),
                        () -> told.reached(1).contains(SENT) && told.reached(2).contains(SENT));
            }
        }
    }

    /** The messages of a round; false if there are no more. */
    boolean round(int round) throws IOException, InterruptedException {
        boolean any = false;
        for (int story = 0; story < cases.size(); story++) {
            List<Case.Message> messages = cases.get(story).messages();
            if (round < messages.size()) {
                any = true;
                Case.Message message = messages.get(round);
                desk.take(message.from(), filled(message.text(), orderId(story), round));
            }
        }
        return any;
    }

    /** The orders that become known when the partners have spoken. */
    void ordersLast() throws IOException {
        for (int story = 0; story < cases.size(); story++) {
            if (cases.get(story).ordersLast()) {
                order(story);
            }
        }
    }

    private static String filled(String text, long order, int round) {
        return text.replace("{order}", orderName(order))
                .replace("{other}", orderName(order + 1))
                .replace("{number}", "%d".formatted(order))
                .replace("{control}", "%09d".formatted(order * 100 + round));
    }

    private void order(int story) throws IOException {
        List<String> items = cases.get(story).items();
        for (long order : new long[] {orderId(story), orderId(story) + 1}) {
            for (int line = 1; line <= items.size(); line++) {
                desk.tell(line(order, line, items.get(line - 1)));
            }
        }
        if (cases.get(story).sent()) {
            desk.tell(whole(orderId(story), items));
        }
    }

    /** The order as it is sent. */
    private static TimedEvent whole(long order, List<String> items) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<OrderItem> lines = new ArrayList<>();
        for (int line = 1; line <= items.size(); line++) {
            OrderItem item = new OrderItem();
            item.setLineId(order * 10 + line);
            item.setVendorItem(items.get(line - 1));
            item.setQuantity(QUANTITY);
            item.setUnit("C62");
            item.setUnitPrice(PRICE);
            item.setPlannedAt(PLANNED);
            lines.add(item);
        }
        OdooOrder value = new OdooOrder();
        value.setEnvelope(envelope("whole-order-" + order, now));
        value.setVersion(Micros.of(now));
        value.setOrderId(order);
        value.setOrderName(orderName(order));
        value.setOrderState(OrderState.PURCHASE);
        value.setVendor(Cases.VENDOR);
        value.setCurrency("EUR");
        value.setOrderedAt(ORDERED);
        value.setConfirmedAt(ORDERED);
        value.setLines(lines);
        String key = "test/1/" + orderName(order);
        return new TimedEvent(Catalogue.ORDERS, key, value, null, Micros.of(now), Micros.of(now));
    }

    private static Envelope envelope(String id, Instant now) {
        return new Envelope(
                id, "odoo", "test", "1", null, ORDERED, now, now, new ArrayList<>(), null);
    }

    private static TimedEvent line(long order, int line, String item) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String key = Told.key(order, line);
        OdooOrderLine value =
                OdooOrderLine.newBuilder()
                        .setEnvelope(envelope("order-" + key, now))
                        .setVersion(Micros.of(now))
                        .setOrderId(order)
                        .setLineId(order * 10 + line)
                        .setOrderName(orderName(order))
                        .setOrderState(OrderState.PURCHASE)
                        .setVendor(Cases.VENDOR)
                        .setVendorItem(item)
                        .setQuantity(QUANTITY)
                        .setUnit("C62")
                        .setUnitPrice(PRICE)
                        .setCurrency("EUR")
                        .setOrderedAt(ORDERED)
                        .setConfirmedAt(ORDERED)
                        .setPlannedAt(PLANNED)
                        .build();
        return new TimedEvent(
                Catalogue.ORDER_LINES, key, value, key, Micros.of(now), Micros.of(now));
    }
}
