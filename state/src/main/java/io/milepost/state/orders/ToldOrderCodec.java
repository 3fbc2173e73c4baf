package io.milepost.state.orders;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes of what is remembered of an order. The first byte is the version of the layout; every
 * layout that was ever released stays readable.
 */
public final class ToldOrderCodec {

    /** The layout that is written. */
    public static final int LAYOUT = 1;

    private ToldOrderCodec() {}

    /** Writes. */
    public static void write(ToldOrder order, StateOutput out) {
        out.code(LAYOUT);
        out.number(order.version());
        out.number(order.revision());
        out.number(order.confirmedKnownAt());
        out.number(order.numbers().size());
        order.numbers()
                .forEach(
                        (lineId, number) -> {
                            out.number(lineId);
                            out.number(number);
                        });
        ToldContent told = order.told();
        out.flag(told != null);
        if (told != null) {
            content(told, out);
        }
    }

    private static void content(ToldContent told, StateOutput out) {
        out.text(told.vendor());
        out.text(told.orderName());
        out.text(told.vendorReference());
        out.text(told.currency());
        out.text(told.warehouse());
        out.text(told.incoterm());
        out.number(told.orderedAt());
        out.number(told.lines().size());
        for (ToldLine line : told.lines()) {
            out.number(line.lineId());
            out.number(line.number());
            out.text(line.vendorItem());
            out.text(line.ownItem());
            out.text(line.gtin());
            out.text(line.description());
            out.decimal(line.quantity());
            out.text(line.unit());
            out.decimal(line.unitPrice());
            out.number(line.plannedAt());
        }
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static ToldOrder read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "what an order's supplier was told: expected layout "
                            + LAYOUT
                            + " but found "
                            + layout);
        }
        long version = in.number();
        int revision = in.count();
        long confirmedKnownAt = in.number();
        Map<Long, Integer> numbers = new TreeMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            numbers.put(in.number(), in.count());
        }
        return new ToldOrder(
                version, revision, confirmedKnownAt, numbers, in.flag() ? content(in) : null);
    }

    private static ToldContent content(StateInput in) {
        String vendor = in.text();
        String orderName = in.text();
        String vendorReference = in.text();
        String currency = in.text();
        String warehouse = in.text();
        String incoterm = in.text();
        long orderedAt = in.number();
        int count = in.count();
        List<ToldLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(
                    new ToldLine(
                            in.number(),
                            in.count(),
                            in.text(),
                            in.text(),
                            in.text(),
                            in.text(),
                            in.decimal(),
                            in.text(),
                            in.decimal(),
                            in.number()));
        }
        return new ToldContent(
                vendor,
                orderName,
                vendorReference,
                currency,
                warehouse,
                incoterm,
                orderedAt,
                lines);
    }
}
