package io.milepost.state.items;

import io.milepost.state.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out what holds at a time. */
final class Reigns {

    private final long now;

    private Reigns(long now) {
        this.now = now;
    }

    /**
     * The price of each quantity at a time; a quantity whose prices all begin later has none. Of
     * prices whose time has begun and not ended, the one that began last holds; when it ends, the
     * one before holds again.
     */
    static SortedMap<BigDecimal, Reign<PriceFact>> prices(ItemFacts facts, long now) {
        SortedMap<BigDecimal, List<Statements<PriceFact>>> begun = new TreeMap<>();
        facts.prices()
                .forEach(
                        (slot, statements) -> {
                            if (now != Times.NONE && slot.validFrom() <= now) {
                                begun.computeIfAbsent(slot.minQuantity(), q -> new ArrayList<>())
                                        .add(statements);
                            }
                        });
        SortedMap<BigDecimal, Reign<PriceFact>> reigns = new TreeMap<>();
        for (Map.Entry<BigDecimal, List<Statements<PriceFact>>> one : begun.entrySet()) {
            reigns.put(one.getKey(), new Reigns(now).price(one.getValue()));
        }
        return reigns;
    }

    /** The lead time at a time; {@code null} if none has begun. */
    static Reign<LeadTimeFact> leadTime(ItemFacts facts, long now) {
        Statements<LeadTimeFact> all = facts.leadTimes();
        if (now == Times.NONE || all.isEmpty()) {
            return null;
        }
        LeadTimeFact newest = all.newest();
        for (LeadTimeFact fact : all.inForce()) {
            if (fact.validFrom() <= now) {
                List<String> ids = new ArrayList<>(List.of(fact.factId()));
                long knownAt = fact.header().knownAt();
                if (newest.header().cancelled()) {
                    ids.add(newest.factId());
                    knownAt = Math.max(knownAt, newest.header().knownAt());
                }
                return new Reign<>(
                        fact,
                        fact.validFrom(),
                        ids,
                        all.newerThan(fact),
                        fact.header().names(),
                        Math.max(knownAt, fact.validFrom()));
            }
        }
        ItemHeader header = newest.header();
        return header.cancelled()
                ? new Reign<>(
                        null,
                        header.issuedAt(),
                        List.of(newest.factId()),
                        all.newerThan(null),
                        header.names(),
                        header.knownAt())
                : null;
    }

    /**
     * Everything that began later and is over is a part of why the price holds or none does: a fact
     * that comes late may end what had taken its place, and that is another reason.
     *
     * @param begun what was said of each price that has begun, the earliest begin first
     */
    private Reign<PriceFact> price(List<Statements<PriceFact>> begun) {
        List<PriceFact> over = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        long since = Times.NONE;
        for (int i = begun.size() - 1; i >= 0; i--) {
            PriceFact newest = begun.get(i).newest();
            PriceFact price = begun.get(i).current();
            boolean holds = price != null && now < price.end();
            passedOver.addAll(begun.get(i).newerThan(holds ? price : null));
            if (holds) {
                if (newest.header().cancelled()) {
                    over.add(newest);
                }
                return reign(price, Math.max(since, price.slot().validFrom()), over, passedOver);
            }
            since = Math.max(since, price == null ? newest.header().issuedAt() : price.end());
            over.add(newest);
        }
        return reign(null, since, over, passedOver);
    }

    private static Reign<PriceFact> reign(
            PriceFact price, long since, List<PriceFact> over, List<String> passedOver) {
        List<String> ids = new ArrayList<>();
        long knownAt = since;
        if (price != null) {
            ids.add(price.factId());
            knownAt = Math.max(knownAt, price.header().knownAt());
        }
        for (PriceFact fact : over) {
            ids.add(fact.factId());
            knownAt = Math.max(knownAt, fact.header().knownAt());
        }
        ItemNames names = (price == null ? over.get(0) : price).header().names();
        return new Reign<>(price, since, ids, passedOver, names, knownAt);
    }
}
