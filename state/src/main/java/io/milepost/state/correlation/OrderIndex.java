package io.milepost.state.correlation;

import io.milepost.events.OdooOrderLine;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The lines of one order and the names that partners may call them by. Immutable. */
public final class OrderIndex {

    /** An order of which nothing is known. */
    public static final OrderIndex EMPTY = new OrderIndex(List.of(), Lifetime.NONE);

    private static final int FIRST_LAYOUT = 1;
    private static final int LAYOUT = 2;

    /** The layout of orders of which a line was split. */
    private static final int LAYOUT_WITH_PARTS = 3;

    private final List<OrderLineEntry> lines;
    private final Lifetime lifetime;

    private OrderIndex(List<OrderLineEntry> lines, Lifetime lifetime) {
        this.lines = List.copyOf(lines);
        this.lifetime = lifetime;
    }

    /** The lines that are known. */
    public List<OrderLineEntry> lines() {
        return lines;
    }

    /** When it goes. */
    public Lifetime lifetime() {
        return lifetime;
    }

    /** With another lifetime. */
    public OrderIndex living(Lifetime other) {
        return new OrderIndex(lines, other);
    }

    /** The supplier, by the newest version of any line; {@code null} while nothing is known. */
    public String vendor() {
        OrderLineEntry newest = null;
        for (OrderLineEntry line : lines) {
            if (newest == null || line.version() > newest.version()) {
                newest = line;
            }
        }
        return newest == null ? null : newest.vendor();
    }

    /** With what an order-line event says; an older version only tells since when it is known. */
    public OrderIndex with(OdooOrderLine line) {
        OrderLineEntry entry =
                new OrderLineEntry(
                        line.getLineId(),
                        line.getOrderId(),
                        line.getLineNumber() == null ? 0 : line.getLineNumber(),
                        line.getVersion(),
                        Times.micros(line.getEnvelope().getKnownAt()),
                        line.getVendor(),
                        line.getVendorItem(),
                        line.getOwnItem(),
                        line.getGtin(),
                        line.getSplitOf() == null ? 0 : line.getSplitOf());
        List<OrderLineEntry> after = new ArrayList<>(lines.size() + 1);
        for (OrderLineEntry known : lines) {
            if (known.lineId() != entry.lineId()) {
                after.add(known);
            } else {
                long since = Math.min(known.knownAt(), entry.knownAt());
                entry = (known.version() >= entry.version() ? known : entry).knownSince(since);
            }
        }
        after.add(entry);
        after.sort(Comparator.comparingLong(OrderLineEntry::lineId));
        return new OrderIndex(after, lifetime);
    }

    /** Whether a line of this id is known. */
    public boolean knows(long lineId) {
        return lines.stream().anyMatch(l -> l.lineId() == lineId);
    }

    /** Writes. */
    public void write(StateOutput out) {
        boolean hasParts = lines.stream().anyMatch(line -> line.splitOf() != 0);
        out.code(hasParts ? LAYOUT_WITH_PARTS : LAYOUT);
        out.number(lines.size());
        for (OrderLineEntry line : lines) {
            out.number(line.lineId());
            out.number(line.orderId());
            out.number(line.number());
            out.number(line.version());
            out.number(line.knownAt());
            out.text(line.vendor());
            out.text(line.vendorItem());
            out.text(line.ownItem());
            out.text(line.gtin());
            if (hasParts) {
                out.number(line.splitOf());
            }
        }
        lifetime.write(out);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static OrderIndex read(StateInput in) {
        int layout = in.code();
        if (layout < FIRST_LAYOUT || layout > LAYOUT_WITH_PARTS) {
            throw new IllegalStateException(
                    "index of an order: expected layout 1 to 3 but found " + layout);
        }
        int count = in.count();
        List<OrderLineEntry> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(
                    new OrderLineEntry(
                            in.number(),
                            in.number(),
                            in.count(),
                            in.number(),
                            layout == FIRST_LAYOUT ? Times.NONE : in.number(),
                            in.text(),
                            in.text(),
                            in.text(),
                            in.text(),
                            layout == LAYOUT_WITH_PARTS ? in.number() : 0));
        }
        return new OrderIndex(lines, layout == FIRST_LAYOUT ? Lifetime.NONE : Lifetime.read(in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderIndex that
                && lines.equals(that.lines)
                && lifetime.equals(that.lifetime);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lines, lifetime);
    }
}
