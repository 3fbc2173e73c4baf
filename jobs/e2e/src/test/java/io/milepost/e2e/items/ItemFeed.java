package io.milepost.e2e.items;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.InventoryReport;
import io.milepost.events.ItemEvent;
import io.milepost.events.ItemReference;
import io.milepost.events.LeadTime;
import io.milepost.events.PriceListEntry;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some suppliers say of some items in the first week of a month, and what must come of it. It
 * is told in order, so that what holds in the end is known as it is told; then it is doubled and
 * shuffled.
 */
final class ItemFeed {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final BigDecimal TEN_PERCENT_MORE = new BigDecimal("1.1");

    private final Random random;
    private final List<TimedEvent> events = new ArrayList<>();
    private final TreeMap<String, String> prices = new TreeMap<>();
    private final TreeMap<String, String> leadTimes = new TreeMap<>();
    private final Set<String> alerts = new TreeSet<>();

    /** A feed about so many items. */
    ItemFeed(int items, long seed) {
        random = new Random(seed);
        for (int i = 0; i < items; i++) {
            item("VI-" + i, "50" + i % 5);
        }
        events.stream().filter(event -> random.nextInt(3) == 0).toList().forEach(events::add);
        Collections.shuffle(events, random);
    }

    /** The beginning of a day of the month. */
    static Instant day(int day) {
        return START.plus(Duration.ofDays(day - 1L));
    }

    /** The events in the order in which they are sent. */
    List<TimedEvent> events() {
        return events;
    }

    /** The price that Odoo must have in the end, by item. */
    TreeMap<String, String> prices() {
        return prices;
    }

    /** The lead time that Odoo must have in the end, by item. */
    TreeMap<String, String> leadTimes() {
        return leadTimes;
    }

    /** The alerts that must be open in the end, kind and item. */
    Set<String> alerts() {
        return alerts;
    }

    private void item(String item, String partner) {
        String key = "test/1/" + partner + "/vendorItem=" + item;
        int left = 0;
        for (int day = 1; day <= 5; day++) {
            left = List.of(0, 0, 3, 8).get(random.nextInt(4));
            InventoryReport report = new InventoryReport(decimal(left), "C62", day(day));
            say(key, item, partner, "STOCK-" + day, day, report);
        }
        if (left == 0) {
            alerts.add("SUPPLIER_OUT_OF_STOCK " + key);
        }
        for (int day = 1; day <= 5; day += 2) {
            int days = 3 + random.nextInt(20);
            say(key, item, partner, "LEAD-" + day, day, new LeadTime(days, null));
            leadTimes.put(key, Integer.toString(days));
        }
        prices(key, item, partner);
    }

    /** A price, one from the 20th on, its correction, and perhaps the correction taken back. */
    private void prices(String key, String item, String partner) {
        BigDecimal first = decimal(10 + random.nextInt(10));
        BigDecimal next = decimal(10 + random.nextInt(10));
        BigDecimal corrected = decimal(10 + random.nextInt(10));
        say(key, item, partner, "PL-1", 1, price(first, 1));
        say(key, item, partner, "PL-2", 3, price(next, 20));
        say(key, item, partner, "PL-3", 4, price(corrected, 20));
        BigDecimal last = corrected;
        if (random.nextBoolean()) {
            say(key, item, partner, "PL-3", 6, price(corrected, 20))
                    .setPurpose(DocumentPurpose.CANCEL);
            last = next;
        }
        prices.put(key, last.stripTrailingZeros().toPlainString());
        if (last.compareTo(first.multiply(TEN_PERCENT_MORE)) > 0) {
            alerts.add("PRICE_INCREASE " + key);
        }
    }

    private Document say(
            String key, String item, String partner, String document, int day, Object body) {
        Instant at = day(day);
        String id = item + "/" + document + "/" + day;
        Document from = new Document(document, DocumentPurpose.ORIGINAL, at, null);
        ItemEvent event =
                new ItemEvent(
                        new Envelope(
                                id, "portal", "test", "1", partner, at, at, at, List.of(), null),
                        from,
                        new ItemReference(item, null, null),
                        body);
        events.add(
                new TimedEvent(
                        Catalogue.SUPPLIER_ITEMS, key, event, null, Micros.of(at), Micros.of(at)));
        return from;
    }

    private static PriceListEntry price(BigDecimal price, int from) {
        return new PriceListEntry(price, "EUR", decimal(0), "C62", day(from), null);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.UNNECESSARY);
    }
}
