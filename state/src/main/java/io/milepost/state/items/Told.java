package io.milepost.state.items;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What readers were told of an item.
 *
 * @param prices the price of each quantity as Odoo was last asked for it; empty text when it was
 *     taken away
 * @param leadTime the lead time likewise; {@code null} if Odoo was never asked
 * @param alerts the alerts that are open
 */
public record Told(
        NavigableMap<BigDecimal, String> prices, String leadTime, List<ToldAlert> alerts) {

    /** Nothing. */
    public static final Told NOTHING = new Told(Collections.emptyNavigableMap(), null, List.of());

    /** Keeps its own copies. */
    public Told {
        prices = Collections.unmodifiableNavigableMap(new TreeMap<>(prices));
        alerts = List.copyOf(alerts);
    }
}
