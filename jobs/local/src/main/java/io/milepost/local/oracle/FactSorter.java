package io.milepost.local.oracle;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Envelope;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.TimedEvent;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Sorts a whole feed by line, in three passes: orders and numbers of their lines first, then what
 * names an order or line, then what names a shipment. Counts what is refused.
 */
final class FactSorter {

    private static final Set<ReferenceType> SHIPMENT_REFERENCES =
            EnumSet.of(
                    ReferenceType.TRACKING_NUMBER,
                    ReferenceType.BILL_OF_LADING,
                    ReferenceType.CONTAINER,
                    ReferenceType.SSCC);

    private final OrderBook orders = new OrderBook();
    private final Map<String, Set<String>> linesByShipment = new HashMap<>();
    private final SortedMap<String, LineFacts> facts = new TreeMap<>();
    private long deadLetters;
    private long unmatched;

    FactSorter(List<TimedEvent> events) {
        List<SpecificRecord> values = events.stream().map(TimedEvent::value).toList();
        for (SpecificRecord value : values) {
            if (value instanceof OdooOrderLine line) {
                orders.add(line);
                give(OrderBook.lineKey(line), line);
            } else if (value instanceof SupplierEvent supplier) {
                orders.addNumber(orderKey(supplier), supplier);
            }
        }
        for (TimedEvent event : events) {
            if (event.value() instanceof SupplierEvent supplier) {
                sort(supplier);
            } else if (!(event.value() instanceof OdooOrderLine)
                    && !(event.value() instanceof CarrierEvent)) {
                sortOdoo(event);
            }
        }
        for (SpecificRecord value : values) {
            if (value instanceof CarrierEvent carrier) {
                sort(carrier);
            }
        }
    }

    /** The facts of every line whose order is known, by line key. */
    SortedMap<String, LineFacts> facts() {
        return facts;
    }

    /** Events that were refused, each repetition counted. */
    long deadLetters() {
        return deadLetters;
    }

    /** Events whose order or shipment is not in the feed. */
    long unmatched() {
        return unmatched;
    }

    private void sortOdoo(TimedEvent event) {
        OdooOrderLine line = orders.line(event.lineKey());
        if (line == null) {
            unmatched++;
        } else if (!unitsFit(event.value(), line)) {
            deadLetters++;
        } else {
            give(event.lineKey(), event.value());
        }
    }

    private void sort(SupplierEvent event) {
        Envelope envelope = event.getEnvelope();
        String orderKey = orderKey(event);
        if (orders.order(orderKey).isEmpty()) {
            unmatched++;
            return;
        }
        List<OdooOrderLine> meant = orders.meant(orderKey, event.getLine());
        boolean oneOrAll = event.getLine() == null || meant.size() == 1;
        if (!oneOrAll
                || meant.stream().anyMatch(line -> !line.getVendor().equals(envelope.getPartner()))
                || meant.stream().anyMatch(line -> !unitsFit(event, line))) {
            deadLetters++;
            return;
        }
        for (OdooOrderLine line : meant) {
            String lineKey = OrderBook.lineKey(line);
            give(lineKey, event);
            if (event.getBody() instanceof ShipNotice) {
                shipments(envelope)
                        .forEach(
                                key ->
                                        linesByShipment
                                                .computeIfAbsent(key, it -> new HashSet<>())
                                                .add(lineKey));
            }
        }
    }

    private static String orderKey(SupplierEvent event) {
        Envelope envelope = event.getEnvelope();
        return FeedKeys.order(envelope.getInstance(), envelope.getCompany(), event.getOrderName());
    }

    private void sort(CarrierEvent event) {
        Set<String> lines = new HashSet<>();
        for (String key : shipments(event.getEnvelope())) {
            lines.addAll(linesByShipment.getOrDefault(key, Set.of()));
        }
        if (lines.isEmpty()) {
            unmatched++;
        }
        lines.forEach(line -> give(line, event));
    }

    private void give(String lineKey, SpecificRecord event) {
        facts.computeIfAbsent(lineKey, key -> new LineFacts()).add(FactReader.read(event));
    }

    private static List<String> shipments(Envelope envelope) {
        return envelope.getReferences().stream()
                .filter(reference -> SHIPMENT_REFERENCES.contains(reference.getType()))
                .map((Reference reference) -> shipment(envelope, reference))
                .toList();
    }

    private static String shipment(Envelope envelope, Reference reference) {
        return FeedKeys.shipment(envelope.getInstance(), envelope.getCompany(), reference);
    }

    private static boolean unitsFit(SpecificRecord event, OdooOrderLine line) {
        return Units.of(event).stream().allMatch(line.getUnit()::equals);
    }
}
