package io.milepost.local.oracle;

import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.local.feed.FeedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every order with its lines, and which of them a document means. */
final class OrderBook {

    private final Map<String, Map<String, OdooOrderLine>> linesByOrder = new HashMap<>();
    private final Map<String, OdooOrderLine> lines = new HashMap<>();
    private final Map<String, List<Numbered>> numbersByOrder = new HashMap<>();

    /** That somebody gave a line a number. */
    private record Numbered(Instant knownAt, int number, String lineKey) {}

    /** Takes a line over, if it is the newest version of it so far. */
    void add(OdooOrderLine line) {
        OdooOrderLine newest =
                lines.merge(
                        lineKey(line),
                        line,
                        (old, other) -> other.getVersion() > old.getVersion() ? other : old);
        linesByOrder
                .computeIfAbsent(orderKey(line), order -> new TreeMap<>())
                .put(lineKey(line), newest);
        if (line.getLineNumber() != null) {
            Instant knownAt = line.getEnvelope().getKnownAt();
            number(orderKey(line), new Numbered(knownAt, line.getLineNumber(), lineKey(line)));
        }
    }

    /** Takes over the number that an order was sent under, if the event says that it was. */
    void addNumber(String orderKey, SupplierEvent event) {
        if (event.getBody() instanceof TechnicalAcknowledgement sent
                && sent.getOutcome() == TechnicalOutcome.SENT
                && event.getEnvelope().getSourceSystem().equals("partner-delivery")) {
            Envelope envelope = event.getEnvelope();
            LineReference line = event.getLine();
            String lineKey =
                    FeedKeys.line(
                            envelope.getInstance(),
                            envelope.getCompany(),
                            line.getOrderId(),
                            line.getLineId());
            number(orderKey, new Numbered(envelope.getKnownAt(), line.getLineNumber(), lineKey));
        }
    }

    private void number(String orderKey, Numbered numbered) {
        numbersByOrder.computeIfAbsent(orderKey, order -> new ArrayList<>()).add(numbered);
    }

    /** The newest version of a line; {@code null} when it is not known. */
    OdooOrderLine line(String lineKey) {
        return lines.get(lineKey);
    }

    /** The lines of an order; empty when the order is not known. */
    Collection<OdooOrderLine> order(String orderKey) {
        return linesByOrder.getOrDefault(orderKey, Map.of()).values();
    }

    /**
     * The lines of an order that a document means: all without a reference, else the one with its
     * id, else the one with its number, unless others have the item. More than one is ambiguous.
     */
    List<OdooOrderLine> meant(String orderKey, LineReference reference) {
        if (reference == null) {
            return List.copyOf(order(orderKey));
        } else if (reference.getLineId() != null) {
            return those(orderKey, line -> reference.getLineId().equals(line.getLineId()));
        }
        List<OdooOrderLine> numbered = numbered(orderKey, reference.getLineNumber());
        List<OdooOrderLine> withItem = those(orderKey, item(reference));
        boolean agree = !numbered.isEmpty() && withItem.containsAll(numbered);
        return agree || withItem.isEmpty() ? numbered : withItem;
    }

    private List<OdooOrderLine> numbered(String orderKey, Integer number) {
        Map<String, Integer> numbers = numbers(orderKey);
        return those(orderKey, line -> number != null && number.equals(numbers.get(lineKey(line))));
    }

    private List<OdooOrderLine> those(String orderKey, Predicate<OdooOrderLine> which) {
        return order(orderKey).stream().filter(which).toList();
    }

    /** The number of each line: the first that anybody gave it, unless it was another's already. */
    private Map<String, Integer> numbers(String orderKey) {
        List<Numbered> all = new ArrayList<>(numbersByOrder.getOrDefault(orderKey, List.of()));
        all.sort(Comparator.comparing(Numbered::knownAt).thenComparing(Numbered::number));
        Map<String, Integer> numbers = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Numbered one : all) {
            if (!numbers.containsKey(one.lineKey()) && taken.add(one.number())) {
                numbers.put(one.lineKey(), one.number());
            }
        }
        return numbers;
    }

    static String lineKey(OdooOrderLine line) {
        Envelope envelope = line.getEnvelope();
        return FeedKeys.line(
                envelope.getInstance(), envelope.getCompany(), line.getOrderId(), line.getLineId());
    }

    private static String orderKey(OdooOrderLine line) {
        Envelope envelope = line.getEnvelope();
        return FeedKeys.order(envelope.getInstance(), envelope.getCompany(), line.getOrderName());
    }

    private static Predicate<OdooOrderLine> item(LineReference name) {
        if (name.getVendorItem() != null) {
            return line -> name.getVendorItem().equals(line.getVendorItem());
        } else if (name.getOwnItem() != null) {
            return line -> name.getOwnItem().equals(line.getOwnItem());
        }
        return line -> name.getGtin() != null && name.getGtin().equals(line.getGtin());
    }
}
