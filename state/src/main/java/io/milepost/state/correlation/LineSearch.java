package io.milepost.state.correlation;

import io.milepost.events.LineReference;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which lines of an order a partner means. Our id decides; then our number, unless the item that
 * the partner names is that of another line: then it numbers lines its own way, and the item
 * decides, as it does where no number is known. Nothing is guessed.
 *
 * <p>A supplier who names an item means the line that was split, not a part of it: it was never
 * told of the parts under a name that they do not share.
 *
 * <p>What is found is a matter of the lines, and of their numbers, that were known when the message
 * became known, as soon as all of those are here; what came later only counts if nothing was found
 * by what was there before.
 */
public final class LineSearch {

    private static final long EVER = Long.MAX_VALUE;

    private final OrderIndex order;
    private final LineReference reference;
    private final long knownAt;
    private final boolean isComplete;

    private LineSearch(
            OrderIndex order, LineReference reference, long knownAt, boolean isComplete) {
        this.order = order;
        this.reference = reference;
        this.knownAt = knownAt;
        this.isComplete = isComplete;
    }

    /**
     * The lines that a reference means.
     *
     * @param reference {@code null} when the whole order is meant
     * @param knownAt when the message became known, microseconds
     * @param isComplete whether every line is here that was known before that
     */
    public static Match match(
            OrderIndex order, LineReference reference, long knownAt, boolean isComplete) {
        if (reference == null) {
            return order.lines().isEmpty() ? notYet() : found(order.lines());
        }
        return new LineSearch(order, reference, knownAt, isComplete).match();
    }

    /** Whether which line is meant may depend on lines that are on their way. */
    public static boolean dependsOnOthers(LineReference reference) {
        return reference != null && reference.getLineId() == null && namesItem(reference);
    }

    private Match match() {
        if (reference.getLineId() != null) {
            return one(named(line -> line.lineId() == reference.getLineId()));
        }
        List<OrderLineEntry> numbered = numbered(knownAt);
        if (!numbered.isEmpty()) {
            return byNumber(numbered);
        }
        if (!namesItem(reference)) {
            return one(numbered(EVER));
        }
        return isComplete ? byItem() : notYet();
    }

    private List<OrderLineEntry> numbered(long before) {
        Integer number = reference.getLineNumber();
        return number == null ? List.of() : order.numbered(number, before);
    }

    /** An item that no line has may be a substitute; one that another line has names that one. */
    private Match byNumber(List<OrderLineEntry> numbered) {
        if (numbered.size() > 1
                || numbered.stream().allMatch(this::hasItem)
                || !namesItem(reference)) {
            return one(numbered);
        }
        if (!isComplete) {
            return notYet();
        }
        List<OrderLineEntry> others = early(withItem());
        return one(others.isEmpty() ? numbered : others);
    }

    private Match byItem() {
        List<OrderLineEntry> named = withItem();
        List<OrderLineEntry> early = early(named);
        if (!early.isEmpty()) {
            return one(early);
        }
        List<OrderLineEntry> numbered = numbered(EVER);
        return numbered.isEmpty() ? one(first(named)) : one(numbered);
    }

    private static boolean namesItem(LineReference reference) {
        return reference.getVendorItem() != null
                || reference.getOwnItem() != null
                || reference.getGtin() != null;
    }

    private boolean hasItem(OrderLineEntry line) {
        return item().test(line);
    }

    /** The first name of an item that is given. */
    private Predicate<OrderLineEntry> item() {
        if (reference.getVendorItem() != null) {
            return line -> reference.getVendorItem().equals(line.vendorItem());
        } else if (reference.getOwnItem() != null) {
            return line -> reference.getOwnItem().equals(line.ownItem());
        }
        return line -> Objects.equals(reference.getGtin(), line.gtin());
    }

    private List<OrderLineEntry> named(Predicate<OrderLineEntry> name) {
        return order.lines().stream().filter(name).toList();
    }

    /** Lines with the item, but for parts of others of them. */
    private List<OrderLineEntry> withItem() {
        List<OrderLineEntry> named = named(item());
        return named.stream().filter(line -> !isPartOf(line, named)).toList();
    }

    /** Whether it was split off from one of some lines, at once or in several steps. */
    private boolean isPartOf(OrderLineEntry line, List<OrderLineEntry> others) {
        long from = line.splitOf();
        List<OrderLineEntry> lines = order.lines();
        // A part is younger than its line.
        for (int i = lines.size() - 1; i >= 0 && from != 0; i--) {
            OrderLineEntry older = lines.get(i);
            if (older.lineId() == from && older.lineId() < line.lineId()) {
                if (others.contains(older)) {
                    return true;
                }
                from = older.splitOf();
            }
        }
        return false;
    }

    private List<OrderLineEntry> early(List<OrderLineEntry> named) {
        return named.stream().filter(line -> line.knownAt() < knownAt).toList();
    }

    private static List<OrderLineEntry> first(List<OrderLineEntry> named) {
        return named.stream()
                .min(Comparator.comparingLong(OrderLineEntry::knownAt))
                .map(
                        first ->
                                named.stream()
                                        .filter(line -> line.knownAt() == first.knownAt())
                                        .toList())
                .orElse(List.of());
    }

    private static Match one(List<OrderLineEntry> named) {
        return switch (named.size()) {
            case 0 -> notYet();
            case 1 -> found(named);
            default -> new Match(Match.Kind.AMBIGUOUS, named);
        };
    }

    private static Match found(List<OrderLineEntry> lines) {
        return new Match(Match.Kind.FOUND, lines);
    }

    private static Match notYet() {
        return new Match(Match.Kind.NOT_YET, List.of());
    }
}
