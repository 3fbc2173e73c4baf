package io.milepost.e2e.delivery;

import io.milepost.events.Envelope;
import io.milepost.events.OdooOrder;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Versions of orders, and profiles of those who are to hear of them. */
final class OwedOrders {

    static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private long version;

    /** A version of an order of two lines. */
    TimedEvent order(long id, String vendor, OrderState state, int quantity) {
        return order(id, vendor, state, quantity, DAY);
    }

    TimedEvent order(long id, String vendor, OrderState state, int quantity, Instant knownAt) {
        version++;
        OdooOrder order = new OdooOrder();
        order.setEnvelope(
                new Envelope(
                        "order-" + id + "-" + version,
                        "odoo",
                        "test",
                        "1",
                        null,
                        DAY,
                        DAY,
                        knownAt,
                        List.of(),
                        null));
        order.setVersion(version);
        order.setOrderId(id);
        order.setOrderName("P" + id);
        order.setOrderState(state);
        order.setVendor(vendor);
        order.setCurrency("EUR");
        order.setOrderedAt(DAY);
        order.setConfirmedAt(DAY);
        List<OrderItem> items = new ArrayList<>();
        for (int line = 1; line <= 2; line++) {
            OrderItem item = new OrderItem();
            item.setLineId(id * 10 + line);
            item.setVendorItem("VI-" + line);
            item.setQuantity(BigDecimal.valueOf(quantity).setScale(6));
            item.setUnit("C62");
            item.setUnitPrice(new BigDecimal("18.450000"));
            item.setPlannedAt(DAY);
            items.add(item);
        }
        order.setLines(items);
        long micros = version;
        return new TimedEvent(Catalogue.ORDERS, "test/1/P" + id, order, null, micros, micros);
    }

    /** A profile of a partner that gets X12 from us. */
    static TimedEvent x12Profile(String vendor, PartnerDouble partner, String... delivery) {
        List<String> all = new ArrayList<>(List.of(delivery));
        all.add("url: " + partner.url());
        all.add("sender: ZZ:MILEPOST");
        all.add("receiver: 01:123456789");
        return profile(vendor, "generic-x12", all.toArray(String[]::new));
    }

    /** A profile of a partner that says where documents go. */
    static TimedEvent profile(String vendor, String parent, String... delivery) {
        String yaml =
                "extends: "
                        + parent
                        + "\ninstance: test\ncompany: \"1\"\npartner: \""
                        + vendor
                        + "\"\ndelivery:\n  since: 2026-03-01T00:00:00Z\n  "
                        + String.join("\n  ", delivery)
                        + "\n";
        PartnerProfileVersion version =
                PartnerProfileVersion.newBuilder()
                        .setProfile("p" + vendor)
                        .setVersion(1)
                        .setStage(ProfileStage.APPROVED)
                        .setAuthor("ana")
                        .setReason("test")
                        .setPublishedAt(DAY)
                        .setYaml(yaml)
                        .setFiles(List.of())
                        .build();
        return new TimedEvent(Catalogue.PARTNER_PROFILES, "p" + vendor + "/1", version, null, 1, 1);
    }
}
