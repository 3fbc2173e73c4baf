package io.milepost.state.items;

import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What is known of an item. Merging is commutative, associative and idempotent.
 *
 * @param inventory what is in stock
 * @param prices prices by quantity and begin
 * @param leadTimes how long it takes
 * @param qualities how good it is
 * @param lastKnownAt when something was last heard of it, microseconds; {@link Times#NONE} if never
 */
public record ItemFacts(
        Statements<InventoryFact> inventory,
        NavigableMap<PriceSlot, Statements<PriceFact>> prices,
        Statements<LeadTimeFact> leadTimes,
        Statements<QualityFact> qualities,
        long lastKnownAt) {

    /** Nothing is known. */
    public static final ItemFacts NONE =
            new ItemFacts(
                    Statements.none(),
                    Collections.emptyNavigableMap(),
                    Statements.none(),
                    Statements.none(),
                    Times.NONE);

    /** Keeps its own copy of the prices. */
    public ItemFacts {
        prices = Collections.unmodifiableNavigableMap(new TreeMap<>(prices));
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return inventory.isEmpty()
                && prices.isEmpty()
                && leadTimes.isEmpty()
                && qualities.isEmpty();
    }

    /** The facts with one more, and what that did. */
    public Merged merge(ItemFact fact) {
        long heardAt = Math.max(lastKnownAt, fact.header().knownAt());
        if (fact instanceof InventoryFact stock) {
            Statements.Merged<InventoryFact> merged = inventory.merge(stock);
            return new Merged(
                    new ItemFacts(merged.after(), prices, leadTimes, qualities, heardAt),
                    merged.outcome());
        } else if (fact instanceof PriceFact price) {
            Statements.Merged<PriceFact> merged =
                    prices.getOrDefault(price.slot(), Statements.none()).merge(price);
            NavigableMap<PriceSlot, Statements<PriceFact>> after = new TreeMap<>(prices);
            after.put(price.slot(), merged.after());
            return new Merged(
                    new ItemFacts(inventory, after, leadTimes, qualities, heardAt),
                    merged.outcome());
        } else if (fact instanceof LeadTimeFact leadTime) {
            Statements.Merged<LeadTimeFact> merged = leadTimes.merge(leadTime);
            return new Merged(
                    new ItemFacts(inventory, prices, merged.after(), qualities, heardAt),
                    merged.outcome());
        }
        Statements.Merged<QualityFact> merged = qualities.merge((QualityFact) fact);
        return new Merged(
                new ItemFacts(inventory, prices, leadTimes, merged.after(), heardAt),
                merged.outcome());
    }

    /** Whether it is known already that the fact's version was said in two ways. */
    boolean isContradicted(ItemFact fact) {
        return about(fact).newestFirst().stream()
                .anyMatch(s -> s.contradicted() && s.fact().factId().equals(fact.factId()));
    }

    private Statements<?> about(ItemFact fact) {
        if (fact instanceof PriceFact price) {
            return prices.getOrDefault(price.slot(), Statements.none());
        } else if (fact instanceof InventoryFact) {
            return inventory;
        }
        return fact instanceof LeadTimeFact ? leadTimes : qualities;
    }

    /** What is left of them at a time; nothing is forgotten while the time is unknown. */
    public ItemFacts remembered(long now, ItemRules rules) {
        if (now == Times.NONE || isEmpty()) {
            return this;
        } else if (forgottenAt(rules) <= now) {
            return NONE;
        }
        NavigableMap<PriceSlot, Statements<PriceFact>> left = new TreeMap<>();
        for (Map.Entry<PriceSlot, Statements<PriceFact>> slot : prices.entrySet()) {
            if (priceForgottenAt(slot.getKey(), rules) > now) {
                left.put(slot.getKey(), slot.getValue());
            }
        }
        return left.size() == prices.size()
                ? this
                : new ItemFacts(inventory, left, leadTimes, qualities, lastKnownAt);
    }

    /** When the whole item is forgotten unless something is heard of it, microseconds. */
    public long forgottenAt(ItemRules rules) {
        long begins =
                LongStream.concat(
                                prices.keySet().stream().mapToLong(PriceSlot::validFrom),
                                leadTimes.inForce().stream().mapToLong(LeadTimeFact::validFrom))
                        .max()
                        .orElse(Times.NONE);
        return Math.max(lastKnownAt, begins) + rules.itemMemory();
    }

    /** When a price is forgotten, microseconds; the latest time of all if it holds for ever. */
    long priceForgottenAt(PriceSlot slot, ItemRules rules) {
        long over = priceOverAt(slot);
        return over == Long.MAX_VALUE ? over : over + rules.priceMemory();
    }

    /**
     * From when on a price will never hold again: it has ended or was taken back, or a later one
     * took its place that holds at least as long.
     */
    long priceOverAt(PriceSlot slot) {
        Statements<PriceFact> statements = prices.get(slot);
        PriceFact price = statements.current();
        if (price == null) {
            ItemHeader cancellation = statements.newest().header();
            return Math.max(cancellation.issuedAt(), cancellation.knownAt());
        }
        long over = price.end();
        for (Statements<PriceFact> later : prices.tailMap(slot, false).values()) {
            PriceFact successor = later.current();
            if (successor != null
                    && successor.slot().sameQuantity(slot)
                    && successor.end() >= price.end()) {
                over = Math.min(over, successor.slot().validFrom());
            }
        }
        return over;
    }

    /**
     * Result of a merge.
     *
     * @param facts the facts after it
     * @param outcome what it did
     */
    public record Merged(ItemFacts facts, MergeOutcome outcome) {}
}
