package io.milepost.state.items;

import static io.milepost.state.items.ItemSaid.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.milepost.events.CommandKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.QualityStatus;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemStoriesTest {

    private static final String PRICE = "SET_SUPPLIER_PRICE from 0";

    private final ItemStory item = new ItemStory();

    @Test
    void aPriceIsCommandedAsSoonAsItHoldsAndNotAMicrosecondBefore() {
        item.given(ItemSaid.price("12.4").min(100).from(10).to(20)).day(9);
        assertThat(item.reader().odoo()).isEmpty();
        assertThat(item.state().nextInstant()).isEqualTo(day(10));

        item.clock(day(10) - 1);
        assertThat(item.last().isSilent()).isTrue();

        item.clock(day(10));
        OdooCommand command = item.last().commands().get(0);
        assertThat(command.getKind()).isEqualTo(CommandKind.SET_SUPPLIER_PRICE);
        assertThat(command.getValue()).isEqualTo("12.4");
        assertThat(command.getExpect()).isNull();
        assertThat(command.getLineKey()).isNull();
        assertThat(command.getItem().getItemKey()).isEqualTo("main/1/501/vendorItem=VI-1");
        assertThat(command.getItem().getVendor()).isEqualTo("501");
        assertThat(command.getItem().getVendorItem()).isEqualTo("VI-1");
        assertThat(command.getItem().getOwnItem()).isEqualTo("OWN-1");
        assertThat(command.getItem().getGtin()).isEqualTo("04012345678901");
        assertThat(command.getPrice().getMinQuantity()).isEqualTo("100.000000");
        assertThat(command.getPrice().getCurrency()).isEqualTo("EUR");
        assertThat(command.getPrice().getUnit()).isEqualTo("C62");
        assertThat(Times.micros(command.getPrice().getValidFrom())).isEqualTo(day(10));
        assertThat(Times.micros(command.getPrice().getValidTo())).isEqualTo(day(20));
        assertThat(command.getFactIds())
                .containsExactly("price/100/" + day(10) + "/D1@" + day(1) + "/e");
        assertThat(Times.micros(command.getKnownAt())).isEqualTo(day(10));
    }

    @Test
    void aPriceThatEndsGivesWayToTheOneBefore() {
        item.given(ItemSaid.price("5").from(1), ItemSaid.price("4").in("SALE", 2).from(5).to(9))
                .runTo(2);
        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "5"));

        item.runTo(8);
        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "4"));

        item.runTo(9);
        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "5"));
        assertThat(item.last().commands().get(0).getFactIds()).hasSize(2);
        assertThat(new HashSet<>(item.reader().commandIds()))
                .as("the same price again is another command")
                .hasSize(3);
    }

    @Test
    void aPriceThatEndsWithNothingInItsPlaceIsTakenAway() {
        item.given(ItemSaid.price("5").from(1).to(9)).runTo(9);

        OdooCommand gone = item.last().commands().get(0);
        assertThat(gone.getValue()).isNull();
        assertThat(gone.getPrice().getMinQuantity()).isEqualTo("0.000000");
        assertThat(gone.getPrice().getCurrency()).isNull();
        assertThat(gone.getItem().getVendorItem()).isEqualTo("VI-1");
        assertThat(Times.micros(gone.getKnownAt())).isEqualTo(day(9));
    }

    @Test
    void nobodyIsToldOfAPriceThatHadEndedWhenItCame() {
        item.day(10).given(ItemSaid.price("5").from(1).to(9).known(10));

        assertThat(item.last().isSilent()).isTrue();
        assertThat(item.last().outcome()).isEqualTo(MergeOutcome.ADDED);
    }

    @Test
    void eachQuantityHasItsOwnPrice() {
        item.given(ItemSaid.price("5"), ItemSaid.price("4.5").min(100)).day(2);

        assertThat(item.reader().odoo())
                .containsOnly(entry(PRICE, "5"), entry("SET_SUPPLIER_PRICE from 100", "4.5"));
    }

    @Test
    void theSamePriceInANewDocumentIsNoNews() {
        item.day(1).given(ItemSaid.price("5"), ItemSaid.price("5.000000").in("D2", 2));

        assertThat(item.last().isSilent()).isTrue();
        assertThat(item.reader().commandIds()).hasSize(1);
    }

    @Test
    void aPriceThatIsTakenBackGivesWayToTheDocumentBefore() {
        item.day(4)
                .given(
                        ItemSaid.price("5"),
                        ItemSaid.price("6").in("D2", 2),
                        ItemSaid.price("6").in("D2", 3).takenBack(true));

        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "5"));
        assertThat(item.last().commands().get(0).getFactIds()).hasSize(2);
        assertThat(new HashSet<>(item.reader().commandIds())).hasSize(3);

        item.given(ItemSaid.price("5").in("D1", 4).takenBack(true));
        assertThat(item.reader().odoo()).isEmpty();
    }

    @Test
    void theNewestLeadTimeCountsFromWhenItHolds() {
        item.day(2)
                .given(
                        ItemSaid.leadTime(10),
                        ItemSaid.leadTime(14).in("D2", 2).from(8),
                        ItemSaid.leadTime(9).in("D0", 1).event("a"));
        assertThat(item.last().outcome()).isEqualTo(MergeOutcome.SUPERSEDED);
        assertThat(item.reader().odoo()).containsOnly(entry("SET_LEAD_TIME", "10"));

        item.runTo(7);
        assertThat(item.reader().odoo()).containsOnly(entry("SET_LEAD_TIME", "10"));
        item.runTo(8);
        assertThat(item.reader().odoo()).containsOnly(entry("SET_LEAD_TIME", "14"));
        assertThat(Times.micros(item.last().commands().get(0).getKnownAt())).isEqualTo(day(8));

        item.given(ItemSaid.leadTime(14).in("D2", 9).from(8).takenBack(true));
        assertThat(item.reader().odoo()).containsOnly(entry("SET_LEAD_TIME", "10"));
        assertThat(item.last().commands().get(0).getFactIds()).hasSize(2);
        assertThat(Times.micros(item.last().commands().get(0).getKnownAt())).isEqualTo(day(9));
    }

    @Test
    void aLeadTimeThatIsTakenBackWithNothingBeforeIsTakenAway() {
        item.day(2).given(ItemSaid.leadTime(10), ItemSaid.leadTime(10).in("D1", 2).takenBack(true));
        assertThat(item.last().commands().get(0).getValue()).isNull();
        assertThat(item.reader().odoo()).isEmpty();

        item.given(ItemSaid.leadTime(11).in("D3", 3));
        assertThat(item.reader().odoo()).containsOnly(entry("SET_LEAD_TIME", "11"));
    }

    @Test
    void beforeTheFirstHeartbeatNothingIsCommanded() {
        item.given(ItemSaid.price("5"), ItemSaid.leadTime(3));

        assertThat(item.reader().odoo()).isEmpty();
        assertThat(item.state().nextInstant()).as("asks for the first heartbeat").isEqualTo(day(1));
        assertThat(item.day(5).reader().odoo()).hasSize(2);
    }

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
    }

    @Test
    void aBlockedItemIsAnAlertUntilItIsApproved() {
        item.given(ItemSaid.quality(QualityStatus.BLOCKED));
        assertThat(item.reader().open())
                .containsExactly("ITEM_BLOCKED: the item is blocked, rating A");
        assertThat(item.last().alerts().get(0).getSeverity()).isEqualTo(Severity.HIGH);

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
