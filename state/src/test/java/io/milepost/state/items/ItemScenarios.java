package io.milepost.state.items;

import io.milepost.events.QualityStatus;
import io.milepost.state.Times;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Lives of an item: few documents, days and values, so that they meet often; more documents of a
 * kind than are kept.
 */
final class ItemScenarios {

    /** Every price has begun, and every end has come; nothing is forgotten yet. */
    static final long END = ItemSaid.day(25);

    private ItemScenarios() {}

    static Arbitrary<List<ItemFact>> facts() {
        return fact().list().ofMinSize(1).ofMaxSize(24);
    }

    private static Arbitrary<ItemFact> fact() {
        return Combinators.combine(
                        said(),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of("e1", "e2"),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(5, Arbitraries.just(false)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.integers().between(0, 3))
                .as(
                        (said, document, day, event, back, later) ->
                                said.in("D" + document, day)
                                        .event(event)
                                        .takenBack(back)
                                        .known(day + later)
                                        .fact());
    }

    private static Arbitrary<ItemSaid> said() {
        Arbitrary<ItemSaid> stock = Arbitraries.of(0, 0, 5, 9).map(ItemSaid::stock);
        Arbitrary<ItemSaid> quality =
                Arbitraries.of(QualityStatus.APPROVED, QualityStatus.BLOCKED)
                        .map(ItemSaid::quality);
        Arbitrary<ItemSaid> leadTime =
                Combinators.combine(Arbitraries.of(3, 7), Arbitraries.of(2, 6, 12))
                        .as((days, from) -> ItemSaid.leadTime(days).from(from));
        return Arbitraries.oneOf(stock, quality, leadTime, price(), price());
    }

    private static Arbitrary<ItemSaid> price() {
        return Combinators.combine(
                        Arbitraries.of("5", "5.25", "7"),
                        Arbitraries.of(0, 10),
                        Arbitraries.of(2, 6, 12),
                        Arbitraries.of(0, 4, 9))
                .as(
                        (price, min, from, length) -> {
                            ItemSaid said = ItemSaid.price(price).min(min).from(from);
                            return length == 0 ? said : said.to(from + length);
                        });
    }

    /** A time in the life of an item, or none. */
    static long someTime(java.util.Random random) {
        int day = random.nextInt(26);
        return day == 0 ? Times.NONE : ItemSaid.day(day) + random.nextInt(2);
    }
}
