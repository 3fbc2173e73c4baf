package io.milepost.state.orders;

import io.milepost.state.Times;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered of an order: the numbers of its lines, for ever, and what its supplier was
 * told last. Immutable.
 *
 * @param version the newest version that was seen; 0 if none
 * @param revision how many documents were made
 * @param confirmedKnownAt when it could first be known that the order is confirmed, microseconds;
 *     {@link Times#NONE} while it is not
 * @param numbers of each line that ever was on the confirmed order, by its id
 * @param told what the supplier knows; {@code null} if nothing, or that the order is cancelled
 */
public record ToldOrder(
        long version,
        int revision,
        long confirmedKnownAt,
        Map<Long, Integer> numbers,
        ToldContent told) {

    /** An order of which nothing is known. */
    public static final ToldOrder NONE = new ToldOrder(0, 0, Times.NONE, Map.of(), null);

    /** Keeps its own copy, by line id. */
    public ToldOrder {
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /** With numbers for lines that have none yet: those that follow the highest, in their order. */
    ToldOrder numbered(List<Long> lineIds) {
        Map<Long, Integer> after = new TreeMap<>(numbers);
        int highest = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (Long lineId : lineIds) {
            if (after.putIfAbsent(lineId, highest + 1) == null) {
                highest++;
            }
        }
        return new ToldOrder(version, revision, confirmedKnownAt, after, told);
    }

    ToldOrder confirmed(long knownAt) {
        return confirmedKnownAt == Times.NONE
                ? new ToldOrder(version, revision, knownAt, numbers, told)
                : this;
    }

    ToldOrder seen(long newer) {
        return new ToldOrder(newer, revision, confirmedKnownAt, numbers, told);
    }

    ToldOrder telling(ToldContent content) {
        return new ToldOrder(version, revision + 1, confirmedKnownAt, numbers, content);
    }
}
