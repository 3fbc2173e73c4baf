package io.milepost.state.items;

import static io.milepost.state.items.ItemSaid.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.milepost.events.QualityStatus;
import io.milepost.state.Times;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of an item, and when it is forgotten. */
class ItemMemoryStoriesTest {

    private static final String PRICE = "SET_SUPPLIER_PRICE from 0";

    private final ItemStory item = new ItemStory();

    @Test
    void theClockNeverGoesBehindWhatWasDecided() {
        item.day(10).given(ItemSaid.price("5").from(5));
        item.clock(Times.NONE).given(ItemSaid.price("6").from(8).in("D2", 2));

        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "6"));
        assertThat(item.state().clock()).isEqualTo(day(10));
    }

    @Test
    void aPriceThatIsOverIsForgottenAMonthLater() {
        item.given(
                        ItemSaid.price("5"),
                        ItemSaid.price("6").in("D2", 2).from(5),
                        ItemSaid.price("7").in("D3", 3).from(6).to(8),
                        ItemSaid.price("8").in("D4", 3).from(7).to(8),
                        ItemSaid.price("8").in("D4", 4).from(7).takenBack(true))
                .runTo(33);
        assertThat(item.state().facts().prices()).hasSize(4);

        item.runTo(34);
        assertThat(slots()).as("taken back on the 4th").containsExactly(day(1), day(5), day(6));
        item.runTo(35);
        assertThat(slots()).as("replaced on the 5th").containsExactly(day(5), day(6));
        item.runTo(38);
        assertThat(slots()).as("ended on the 8th").containsExactly(day(5));
        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "6"));

        item.given(ItemSaid.price("5"), ItemSaid.price("7").in("D3", 3).from(6).to(8));
        assertThat(item.last().isSilent()).isTrue();
        assertThat(slots()).containsExactly(day(5));
    }

    @Test
    void anItemOfWhichNothingIsHeardIsForgottenWithItsAlerts() {
        item.given(
                        ItemSaid.stock(0),
                        ItemSaid.price("5").in("D1", 2),
                        ItemSaid.leadTime(3),
                        ItemSaid.quality(QualityStatus.BLOCKED))
                .runTo(401);
        assertThat(item.reader().open()).hasSize(2);

        item.runTo(402);
        assertThat(item.state()).isEqualTo(ItemState.EMPTY);
        assertThat(item.reader().alerts())
                .containsExactly("ITEM_BLOCKED CLEARED", "SUPPLIER_OUT_OF_STOCK CLEARED");
        assertThat(item.last().commands()).isEmpty();

        item.given(ItemSaid.stock(0));
        assertThat(item.last().isSilent()).as("a replay of what was forgotten").isTrue();
        assertThat(item.state()).isEqualTo(ItemState.EMPTY);

        item.given(ItemSaid.stock(0).in("D9", 402));
        assertThat(item.reader().open()).as("news").hasSize(1);
    }

    @Test
    void aQuantityWhosePricesAreForgottenIsForgotten() {
        item.given(ItemSaid.price("5").to(5), ItemSaid.price("4").in("D2", 1).min(100)).runTo(34);
        assertThat(item.state().told().prices()).hasSize(2);

        item.runTo(35);
        assertThat(item.state().told().prices().keySet())
                .containsExactly(new PriceSlot(BigDecimal.valueOf(100), 0).minQuantity());
    }

    @Test
    void aPriceThatBeginsInAYearKeepsItsItem() {
        item.given(ItemSaid.price("5").from(900)).runTo(899);
        assertThat(item.state().facts().isEmpty()).isFalse();
        assertThat(item.runTo(900).reader().odoo()).hasSize(1);
        assertThat(item.runTo(1300).state()).isEqualTo(ItemState.EMPTY);
    }

    private List<Long> slots() {
        return item.state().facts().prices().keySet().stream().map(PriceSlot::validFrom).toList();
    }
}
