package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.items.Statements.Statement;
import io.milepost.state.line.ArmedTimers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bytes of what is remembered of an item. The first byte is the version of the layout; every layout
 * that was ever released stays readable.
 */
public final class ItemStateCodec {

    /** The layout that is written. */
    public static final int LAYOUT = 1;

    private ItemStateCodec() {}

    /** Writes. */
    public static void write(ItemState state, StateOutput out) {
        out.code(LAYOUT);
        out.number(state.clock());
        out.number(state.nextInstant());
        list(state.armed().millis(), out, out::number);
        ItemFacts facts = state.facts();
        out.number(facts.lastKnownAt());
        statements(facts.inventory(), out, ItemFactCodec::write);
        list(
                List.copyOf(facts.prices().values()),
                out,
                prices -> statements(prices, out, ItemFactCodec::write));
        statements(facts.leadTimes(), out, ItemFactCodec::write);
        statements(facts.qualities(), out, ItemFactCodec::write);
        writeTold(state.told(), out);
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if the layout is of a later release
     */
    public static ItemState read(StateInput in) {
        int layout = in.code();
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "state of an item: expected layout " + LAYOUT + " but found " + layout);
        }
        long clock = in.number();
        long nextInstant = in.number();
        ArmedTimers armed = new ArmedTimers(list(in, in::number));
        ItemFacts facts = facts(in);
        return new ItemState(facts, told(in), clock, nextInstant, armed);
    }

    private static ItemFacts facts(StateInput in) {
        long lastKnownAt = in.number();
        Statements<InventoryFact> inventory = statements(in, ItemFactCodec::inventory);
        NavigableMap<PriceSlot, Statements<PriceFact>> prices = new TreeMap<>();
        for (Statements<PriceFact> one : list(in, () -> statements(in, ItemFactCodec::price))) {
            prices.put(one.newest().slot(), one);
        }
        return new ItemFacts(
                inventory,
                prices,
                statements(in, ItemFactCodec::leadTime),
                statements(in, ItemFactCodec::quality),
                lastKnownAt);
    }

    private static void writeTold(Told told, StateOutput out) {
        out.number(told.prices().size());
        told.prices()
                .forEach(
                        (quantity, text) -> {
                            out.decimal(quantity);
                            out.text(text);
                        });
        out.text(told.leadTime());
        list(
                told.alerts(),
                out,
                alert -> {
                    out.code(alert.kind().ordinal());
                    out.text(alert.subject());
                    out.text(alert.startedBy());
                    out.number(alert.openedAt());
                    out.text(alert.message());
                });
    }

    private static Told told(StateInput in) {
        NavigableMap<BigDecimal, String> prices = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            prices.put(in.decimal(), in.text());
        }
        return new Told(
                prices,
                in.text(),
                list(
                        in,
                        () ->
                                new ToldAlert(
                                        in.constant(AlertKind.values()),
                                        in.text(),
                                        in.text(),
                                        in.number(),
                                        in.text())));
    }

    private static <F extends ItemFact> void statements(
            Statements<F> statements, StateOutput out, BiConsumer<F, StateOutput> each) {
        list(
                statements.newestFirst(),
                out,
                statement -> {
                    out.flag(statement.contradicted());
                    each.accept(statement.fact(), out);
                });
    }

    private static <F extends ItemFact> Statements<F> statements(
            StateInput in, Function<StateInput, F> each) {
        return new Statements<>(
                list(
                        in,
                        () -> {
                            boolean contradicted = in.flag();
                            return new Statement<>(each.apply(in), contradicted);
                        }));
    }

    private static <T> void list(List<T> items, StateOutput out, Consumer<T> each) {
        out.number(items.size());
        items.forEach(each);
    }

    private static <T> List<T> list(StateInput in, Supplier<T> each) {
        int count = in.count();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(each.get());
        }
        return items;
    }
}
