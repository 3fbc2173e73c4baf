package io.milepost.local.oracle;

import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.local.feed.FeedKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every order with its lines, and which of them a document means. */
final class OrderBook {

    private final Map<String, Map<String, OdooOrderLine>> linesByOrder = new HashMap<>();
    private final Map<String, OdooOrderLine> lines = new HashMap<>();

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
            all.removeIf(matcher(reference).negate());
        }
        return all;
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

    private static Predicate<OdooOrderLine> matcher(LineReference name) {
        if (name.getLineId() != null) {
            return line -> name.getLineId().equals(line.getLineId());
        } else if (name.getLineNumber() != null) {
            return line -> name.getLineNumber().equals(line.getLineNumber());
        } else if (name.getVendorItem() != null) {
            return line -> name.getVendorItem().equals(line.getVendorItem());
        } else if (name.getOwnItem() != null) {
            return line -> name.getOwnItem().equals(line.getOwnItem());
        }
        return line -> Objects.equals(name.getGtin(), line.getGtin());
    }
}
