package io.milepost.state.correlation;

import io.milepost.events.OdooOrderLine;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The lines of one order and the names that partners may call them by. A line's number may be known
 * before the line is. Immutable.
 */
public final class OrderIndex {

    /** An order of which nothing is known. */
    public static final OrderIndex EMPTY =
            new OrderIndex(List.of(), LineNumbers.NONE, Lifetime.NONE);

    private static final int FIRST_LAYOUT = 1;
    private static final int SECOND_LAYOUT = 2;
    private static final int LAYOUT = 3;

    private final List<OrderLineEntry> lines;
    private final LineNumbers numbers;
    private final Lifetime lifetime;

    private OrderIndex(List<OrderLineEntry> lines, LineNumbers numbers, Lifetime lifetime) {
        this.lines = List.copyOf(lines);
        this.numbers = numbers;
        this.lifetime = lifetime;
    }

    /** Whether neither a line nor a number is known. */
    public boolean isEmpty() {
        return lines.isEmpty() && numbers.isEmpty();
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
        return new OrderIndex(lines, numbers, other);
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
        LineNumber number = LineNumber.of(line);
        return new OrderIndex(after, number == null ? numbers : numbers.with(number), lifetime);
    }

    /** With a number that a line has on our documents; the line may be unknown yet. */
    public OrderIndex with(LineNumber number) {
        return new OrderIndex(lines, numbers.with(number), lifetime);
    }

    /**
     * The lines of a number. There are several only if they were told at the same time.
     *
     * @param before a line counts if both it and its number were known before, microseconds
     */
    List<OrderLineEntry> numbered(int number, long before) {
        Map<Long, LineNumber> byLine = numbers.byLine();
        return lines.stream()
                .filter(
                        line -> {
                            LineNumber told = byLine.get(line.lineId());
                            return told != null
                                    && told.number() == number
                                    && told.knownAt() < before
                                    && line.knownAt() < before;
                        })
                .toList();
    }

    /** Whether a line of this id is known. */
    public boolean knows(long lineId) {
        return lines.stream().anyMatch(l -> l.lineId() == lineId);
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.code(LAYOUT);
        out.number(lines.size());
        for (OrderLineEntry line : lines) {
            out.number(line.lineId());
            out.number(line.orderId());
            out.number(line.version());
            out.number(line.knownAt());
            out.text(line.vendor());
            out.text(line.vendorItem());
            out.text(line.ownItem());
            out.text(line.gtin());
            out.number(line.splitOf());
        }
        numbers.write(out);
        lifetime.write(out);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static OrderIndex read(StateInput in) {
        int layout = in.code();
        if (layout < FIRST_LAYOUT || layout > LAYOUT) {
            throw new IllegalStateException(
                    "index of an order: expected layout 1 to 3 but found " + layout);
        }
        int count = in.count();
        List<OrderLineEntry> lines = new ArrayList<>(count);
        LineNumbers numbers = LineNumbers.NONE;
        for (int i = 0; i < count; i++) {
            long lineId = in.number();
            long orderId = in.number();
            int number = layout <= SECOND_LAYOUT ? in.count() : 0;
            OrderLineEntry line =
                    new OrderLineEntry(
                            lineId,
                            orderId,
                            in.number(),
                            layout == FIRST_LAYOUT ? Times.NONE : in.number(),
                            in.text(),
                            in.text(),
                            in.text(),
                            in.text(),
                            layout > SECOND_LAYOUT ? in.number() : 0);
            lines.add(line);
            if (number > 0) {
                numbers = numbers.with(new LineNumber(lineId, number, line.knownAt()));
            }
        }
        if (layout > SECOND_LAYOUT) {
            numbers = LineNumbers.read(in);
        }
        return new OrderIndex(
                lines, numbers, layout == FIRST_LAYOUT ? Lifetime.NONE : Lifetime.read(in));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderIndex that
                && lines.equals(that.lines)
                && numbers.equals(that.numbers)
                && lifetime.equals(that.lifetime);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lines, numbers, lifetime);
    }
}
