package io.milepost.pipelines.items;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.InventoryReport;
import io.milepost.events.ItemEvent;
import io.milepost.events.ItemReference;
import io.milepost.events.LeadTime;
import io.milepost.events.PriceListEntry;
import io.milepost.pipelines.milestones.Events;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Events about items of supplier 501. */
final class ItemEvents {

    static final String KEY = "main/1/501/vendorItem=VI-1";

    private ItemEvents() {}

    static ItemEvent stock(int quantity, String day) {
        return event(
                "stock-" + day,
                day,
                new InventoryReport(decimal(quantity + ""), "C62", Events.time(day)));
    }

    static ItemEvent price(String price, String day, String from) {
        return event(
                "price-" + day,
                day,
                new PriceListEntry(
                        decimal(price), "EUR", decimal("0"), "C62", Events.time(from), null));
    }

    static ItemEvent leadTime(int days, String day) {
        return event("lead-" + day, day, new LeadTime(days, null));
    }

    private static ItemEvent event(String id, String day, Object body) {
        Instant at = Events.time(day);
        return new ItemEvent(
                new Envelope(id, "portal", "main", "1", "501", at, at, at, List.of(), null),
                new Document(id, DocumentPurpose.ORIGINAL, at, null),
                new ItemReference("VI-1", null, null),
                body);
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number).setScale(6, RoundingMode.UNNECESSARY);
    }
}
