package io.milepost.odoo.changes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is ordered with those that a line was split into, beside one of them: the line comes first,
 * its parts follow by planned date.
 *
 * @param before with those before it
 * @param after with those behind it
 */
record Family(BigDecimal before, BigDecimal after) {

    /** That of a line; {@code null} for one that was not split and is no part. */
    static Family of(Row line, OrderData data) throws UnmappableException {
        if (data.splitOf().isEmpty()) {
            return null;
        }
        long first = first(line.id(), data.splitOf());
        List<Row> members = new ArrayList<>();
        for (Row other : data.lines().getOrDefault(line.ref("order_id"), List.of())) {
            if (first(other.id(), data.splitOf()) == first) {
                members.add(other);
            }
        }
        if (members.size() < 2) {
            return null;
        }
        members.sort(
                Comparator.comparing((Row member) -> member.id() != first)
                        .thenComparing(Family::planned)
                        .thenComparing(Row::id));
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal after = BigDecimal.ZERO;
        boolean isBehind = false;
        for (Row member : members) {
            BigDecimal quantity = member.number("product_qty");
            if (member.id() == line.id()) {
                isBehind = true;
            } else if (isBehind) {
                after = after.add(quantity);
            } else {
                before = before.add(quantity);
            }
        }
        return new Family(Decimals.of("product_qty", before), Decimals.of("product_qty", after));
    }

    /** The line that all of it was, however often it was split. */
    private static long first(long line, Map<Long, Long> splitOf) {
        long first = line;
        for (Long of = splitOf.get(first); of != null && of < first; of = splitOf.get(first)) {
            first = of;
        }
        return first;
    }

    private static Instant planned(Row line) {
        Instant planned = line.time("date_planned");
        return planned == null ? Instant.MAX : planned;
    }
}
