package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.events.QualityStatus;
import io.milepost.state.line.ArmedTimers;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** The item whose bytes are kept of each release. */
final class ReleasedItem {

    private ReleasedItem() {}

    /** An item with a fact of every kind and something in every field. */
    static ItemState item() {
        ItemFacts facts = ItemFacts.NONE;
        for (ItemSaid said :
                List.of(
                        ItemSaid.stock(5),
                        ItemSaid.stock(0).in("D2", 2),
                        ItemSaid.price("12.4").min(100).from(3).to(20),
                        ItemSaid.price("13").in("D3", 2).min(100).from(3).takenBack(true),
                        ItemSaid.price("14").from(5).currency("USD").unit("DZN"),
                        ItemSaid.leadTime(14).from(3),
                        ItemSaid.leadTime(15).from(3),
                        ItemSaid.quality(QualityStatus.BLOCKED))) {
            facts = facts.merge(said.fact()).facts();
        }
        TreeMap<BigDecimal, String> prices = new TreeMap<>();
        prices.put(BigDecimal.ZERO, "");
        prices.put(new BigDecimal("1E+2"), "12.4 EUR/C62");
        Told told =
                new Told(
                        prices,
                        "14",
                        List.of(
                                new ToldAlert(
                                        AlertKind.ITEM_BLOCKED,
                                        "",
                                        "quality/D1@1",
                                        ItemSaid.day(1),
                                        "the item is blocked"),
                                new ToldAlert(
                                        AlertKind.PRICE_INCREASE,
                                        "0/1",
                                        "price/0/1/D1@1",
                                        ItemSaid.day(2),
                                        "the price rises")));
        return new ItemState(
                facts,
                told,
                ItemSaid.day(4),
                ItemSaid.day(5),
                new ArmedTimers(List.of(1_772_000_000_000L, 1_773_000_000_000L)));
    }
}
