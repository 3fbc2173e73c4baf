package io.milepost.state.items;

import static io.milepost.state.items.ItemSaid.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.QualityStatus;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import org.junit.jupiter.api.Test;

/** What is wrong with an item, and what people are told of it. */
class ItemAlertStoriesTest {

    private final ItemStory item = new ItemStory();

    @Test
    void anEmptyStockIsAnAlertUntilItFillsUp() {
        item.given(ItemSaid.stock(5), ItemSaid.stock(0).in("D2", 2));
        SlaAlert opened = item.last().alerts().get(0);
        assertThat(opened.getStatus()).isEqualTo(EpisodeStatus.OPEN);
        assertThat(opened.getSeverity()).isEqualTo(Severity.MEDIUM);
        assertThat(opened.getItemKey()).isEqualTo(ItemStory.KEY.toString());
        assertThat(opened.getVendor()).isEqualTo("501");
        assertThat(Times.micros(opened.getOpenedAt())).isEqualTo(day(2));
        assertThat(opened.getStartedBy()).isEqualTo("inventory/D2@" + day(2) + "/e");

        item.given(ItemSaid.stock(0).in("D3", 3));
        assertThat(item.last().isSilent()).as("it is known already").isTrue();

        item.given(ItemSaid.stock(7).in("D4", 4));
        SlaAlert closed = item.last().alerts().get(0);
        assertThat(closed.getAlertId()).isEqualTo(opened.getAlertId());
        assertThat(closed.getStatus()).isEqualTo(EpisodeStatus.CLEARED);
        assertThat(Times.micros(closed.getClosedAt())).isEqualTo(day(4));
        assertThat(closed.getClosedBy()).isEqualTo("inventory/D4@" + day(4) + "/e");
        assertThat(closed.getMessage()).isEqualTo("the supplier has none of it in stock: is over");

        item.given(ItemSaid.stock(0).in("D5", 5));
        assertThat(item.last().alerts().get(0).getAlertId())
                .as("another time is another episode")
                .isNotEqualTo(opened.getAlertId());
    }

    @Test
    void anEmptyStockThatIsTakenBackNeverWas() {
        item.given(
                ItemSaid.stock(5),
                ItemSaid.stock(0).in("D2", 2),
                ItemSaid.stock(0).in("D2", 3).takenBack(true));

        assertThat(item.reader().alerts()).containsExactly("SUPPLIER_OUT_OF_STOCK RETRACTED");
        assertThat(item.last().alerts().get(0).getMessage())
                .isEqualTo("the supplier has none of it in stock: was taken back or corrected");
    }

    @Test
    void aBlockedItemIsAnAlertUntilItIsApproved() {
        item.given(ItemSaid.quality(QualityStatus.BLOCKED));
        assertThat(item.reader().open())
                .containsExactly("ITEM_BLOCKED: the item is blocked, rating A");
        SlaAlert opened = item.last().alerts().get(0);
        assertThat(opened.getSeverity()).isEqualTo(Severity.HIGH);
        assertThat(opened.getStartedBy()).isEqualTo("quality/D1@" + day(1) + "/e");

        item.given(ItemSaid.quality(QualityStatus.CONDITIONAL).in("D2", 2));
        assertThat(item.reader().alerts()).containsExactly("ITEM_BLOCKED CLEARED");
    }

    @Test
    void aPriceThatRisesTooMuchIsAnAlertLongBeforeItHolds() {
        item.day(1).given(ItemSaid.price("10"), ItemSaid.price("11").in("D2", 2).from(8));
        assertThat(item.last().alerts()).as("ten percent are allowed").isEmpty();

        item.given(ItemSaid.price("12.5").in("D3", 3).from(12));
        assertThat(item.reader().open())
                .containsExactly(
                        "PRICE_INCREASE: the price of one C62 from 0 on rises by 13.6 % to 12.5 EUR"
                                + " on 2026-03-12T00:00:00Z");

        item.given(ItemSaid.price("12").in("D4", 4).from(12));
        assertThat(item.reader().alerts()).containsExactly("PRICE_INCREASE RETRACTED");
    }

    @Test
    void aRevisedIncreaseIsTheSameEpisodeInOtherWords() {
        item.day(1)
                .given(
                        ItemSaid.price("10"),
                        ItemSaid.price("15").in("D2", 2).from(8),
                        ItemSaid.price("16").in("D3", 3).from(8));
        SlaAlert revised = item.last().alerts().get(0);
        assertThat(revised.getStatus()).isEqualTo(EpisodeStatus.OPEN);
        assertThat(revised.getMessage()).contains("by 60 % to 16 EUR");
        assertThat(Times.micros(revised.getOpenedAt())).isEqualTo(day(2));
        assertThat(item.reader().open()).hasSize(1);

        item.given(ItemSaid.price("16").in("D4", 4).from(8));
        assertThat(item.last().isSilent()).isTrue();
    }

    @Test
    void aPriceThatIsCorrectedUpwardsIsComparedWithWhatItWas() {
        item.day(3).given(ItemSaid.price("10"), ItemSaid.price("20").in("D2", 2));
        assertThat(item.reader().open()).hasSize(1);

        item.given(ItemSaid.price("20").in("D3", 3));
        assertThat(item.reader().open()).as("said again").hasSize(1);
    }

    @Test
    void pricesOfOtherQuantitiesAreNotCompared() {
        item.day(1)
                .given(ItemSaid.price("10").min(100), ItemSaid.price("20").in("D2", 2).from(8))
                .given(ItemSaid.price("40").in("D3", 3).from(9).min(200));

        assertThat(item.reader().alerts()).isEmpty();
    }

    @Test
    void anIncreaseIsOverWhenThePriceBeforeIsForgotten() {
        item.day(1).given(ItemSaid.price("10"), ItemSaid.price("20").in("D2", 2).from(4)).runTo(33);
        assertThat(item.reader().open()).hasSize(1);

        item.runTo(34);
        assertThat(item.reader().alerts()).containsExactly("PRICE_INCREASE CLEARED");
    }

    @Test
    void pricesInOtherCurrenciesOrUnitsAreNotCompared() {
        item.day(1)
                .given(
                        ItemSaid.price("10"),
                        ItemSaid.price("20").in("D2", 2).from(8).currency("USD"),
                        ItemSaid.price("200").in("D3", 3).from(9).currency("USD").unit("DZN"));

        assertThat(item.reader().alerts()).isEmpty();
    }

    @Test
    void anIncreaseIsOverWithThePrice() {
        item.day(1)
                .given(ItemSaid.price("10"), ItemSaid.price("20").in("D2", 2).from(4).to(8))
                .runTo(8);

        assertThat(item.reader().alerts()).containsExactly("PRICE_INCREASE CLEARED");
    }

    @Test
    void anIncreaseFromNothingIsNone() {
        item.day(1).given(ItemSaid.price("0"), ItemSaid.price("20").in("D2", 2).from(4));

        assertThat(item.reader().alerts()).isEmpty();
    }

    @Test
    void oneVersionThatSaysTwoThingsIsReportedOnce() {
        item.given(ItemSaid.stock(5), ItemSaid.stock(6));
        assertThat(item.last().outcome()).isEqualTo(MergeOutcome.CONFLICT);
        SlaAlert conflict = item.last().alerts().get(0);
        assertThat(conflict.getStartedBy()).isEqualTo("inventory/D1@" + day(1) + "/e");
        assertThat(conflict.getSeverity()).isEqualTo(Severity.LOW);

        item.given(ItemSaid.stock(6), ItemSaid.stock(5), ItemSaid.stock(7));
        assertThat(item.reader().conflicts()).isEqualTo(1);

        item.given(ItemSaid.price("1"), ItemSaid.price("2"));
        item.given(ItemSaid.leadTime(1), ItemSaid.leadTime(2));
        item.given(
                ItemSaid.quality(QualityStatus.APPROVED), ItemSaid.quality(QualityStatus.BLOCKED));
        item.given(ItemSaid.price("2"), ItemSaid.leadTime(2));
        assertThat(item.reader().conflicts()).isEqualTo(4);
    }
}
