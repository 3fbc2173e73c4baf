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
import java.util.Objects;
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
     * The lines of an order that a document means: all without a reference, else those that the
     * first name in the reference fits. More than one is ambiguous.
     */
    List<OdooOrderLine> meant(String orderKey, LineReference reference) {
        List<OdooOrderLine> all = new ArrayList<>(order(orderKey));
        if (reference != null) {
            all.removeIf(matcher(reference, numbers(orderKey)).negate());
        }
        return all;
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

    private static Predicate<OdooOrderLine> matcher(
            LineReference name, Map<String, Integer> numbers) {
        if (name.getLineId() != null) {
            return line -> name.getLineId().equals(line.getLineId());
        } else if (name.getLineNumber() != null) {
            return line -> name.getLineNumber().equals(numbers.get(lineKey(line)));
        } else if (name.getVendorItem() != null) {
            return line -> name.getVendorItem().equals(line.getVendorItem());
        } else if (name.getOwnItem() != null) {
            return line -> name.getOwnItem().equals(line.getOwnItem());
        }
        return line -> Objects.equals(name.getGtin(), line.getGtin());
    }
}
