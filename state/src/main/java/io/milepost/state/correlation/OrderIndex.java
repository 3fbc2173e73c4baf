package io.milepost.state.correlation;

import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The lines of one order and the names that partners may call them by. Immutable.
 *
 * <p>A line is found by the first name that the partner gives: our line id, our line number, then
 * the supplier's item, our item, the GTIN.
 */
public final class OrderIndex {

    /** An order of which nothing is known. */
    public static final OrderIndex EMPTY = new OrderIndex(List.of(), Lifetime.NONE);

    private static final int FIRST_LAYOUT = 1;
    private static final int LAYOUT = 2;

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

    /** With what an order-line event says; an older version changes nothing. */
    public OrderIndex with(OdooOrderLine line) {
        OrderLineEntry entry =
                new OrderLineEntry(
                        line.getLineId(),
                        line.getOrderId(),
                        line.getLineNumber() == null ? 0 : line.getLineNumber(),
                        line.getVersion(),
                        line.getVendor(),
                        line.getVendorItem(),
                        line.getOwnItem(),
                        line.getGtin());
        List<OrderLineEntry> after = new ArrayList<>(lines.size() + 1);
        for (OrderLineEntry known : lines) {
            if (known.lineId() != entry.lineId()) {
                after.add(known);
            } else if (known.version() >= entry.version()) {
                return this;
            }
        }
        after.add(entry);
        return new OrderIndex(after, lifetime);
    }

    /** Whether a line of this id is known. */
    public boolean knows(long lineId) {
        return lines.stream().anyMatch(l -> l.lineId() == lineId);
    }

    /** Whether a reference names a line by something that no two lines of an order share. */
    public static boolean isUnique(LineReference reference) {
        return reference == null
                || reference.getLineId() != null
                || reference.getLineNumber() != null;
    }

    /**
     * The lines that a reference means.
     *
     * @param reference {@code null} when the whole order is meant
     */
    public Match match(LineReference reference) {
        if (reference == null) {
            return lines.isEmpty()
                    ? new Match(Match.Kind.NOT_YET, List.of())
                    : new Match(Match.Kind.FOUND, lines);
        }
        List<OrderLineEntry> named = named(nameOf(reference));
        return switch (named.size()) {
            case 0 -> new Match(Match.Kind.NOT_YET, named);
            case 1 -> new Match(Match.Kind.FOUND, named);
            default -> new Match(Match.Kind.AMBIGUOUS, named);
        };
    }

    private static Predicate<OrderLineEntry> nameOf(LineReference reference) {
        if (reference.getLineId() != null) {
            return l -> l.lineId() == reference.getLineId();
        } else if (reference.getLineNumber() != null) {
            return l -> l.number() == reference.getLineNumber();
        } else if (reference.getVendorItem() != null) {
            return l -> reference.getVendorItem().equals(l.vendorItem());
        } else if (reference.getOwnItem() != null) {
            return l -> reference.getOwnItem().equals(l.ownItem());
        } else if (reference.getGtin() != null) {
            return l -> reference.getGtin().equals(l.gtin());
        }
        return l -> false;
    }

    private List<OrderLineEntry> named(Predicate<OrderLineEntry> name) {
        return lines.stream().filter(name).toList();
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        out.number(lines.size());
        for (OrderLineEntry line : lines) {
            out.number(line.lineId());
            out.number(line.orderId());
            out.number(line.number());
            out.number(line.version());
            out.text(line.vendor());
            out.text(line.vendorItem());
            out.text(line.ownItem());
            out.text(line.gtin());
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
        if (layout != FIRST_LAYOUT && layout != LAYOUT) {
            throw new IllegalStateException(
                    "index of an order: expected layout 1 or 2 but found " + layout);
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
                            in.text(),
                            in.text(),
                            in.text(),
                            in.text()));
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
