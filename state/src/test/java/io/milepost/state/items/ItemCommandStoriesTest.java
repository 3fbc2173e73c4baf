package io.milepost.state.items;

import static io.milepost.state.items.ItemSaid.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Prices and lead times, and what Odoo is asked for. */
class ItemCommandStoriesTest {

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
    void anOlderDocumentIsNoReasonForAnotherCommand() {
        // given two readers of the same price, of whom only one knows what was said before it
        item.given(ItemSaid.price("5").in("D2", 2)).day(3);
        ItemStory knowsMore = new ItemStory();
        knowsMore.given(ItemSaid.price("6").in("D1", 1), ItemSaid.price("5").in("D2", 2)).day(3);

        assertThat(knowsMore.reader().commandIds()).isEqualTo(item.reader().commandIds());
        // when the older one comes late, then nobody is asked again
        item.given(ItemSaid.price("6").in("D1", 1));
        assertThat(item.last().commands()).isEmpty();
    }

    @Test
    void aPriceThatIsProlongedIsCommandedAgain() {
        item.given(ItemSaid.price("5").from(1).to(9)).day(2);
        item.given(ItemSaid.price("5").from(1).to(20).in("D2", 3));

        OdooCommand prolonged = item.last().commands().get(0);
        assertThat(prolonged.getValue()).isEqualTo("5");
        assertThat(Times.micros(prolonged.getPrice().getValidTo())).isEqualTo(day(20));
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
    void aPriceThatEndsEarlierThanItWasSaidIsNews() {
        item.day(2).given(ItemSaid.price("5"), ItemSaid.price("5").in("D2", 2).to(9));

        OdooCommand command = item.last().commands().get(0);
        assertThat(command.getValue()).isEqualTo("5");
        assertThat(Times.micros(command.getPrice().getValidTo())).isEqualTo(day(9));
        assertThat(item.last().isSilent()).isFalse();
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
    void theSameValueForAnotherReasonIsAnotherCommand() {
        item.day(9)
                .given(
                        ItemSaid.price("7").in("D3", 5).takenBack(true),
                        ItemSaid.price("5"),
                        ItemSaid.price("6").in("D2", 2),
                        ItemSaid.price("6").in("D2", 3).takenBack(true));
        assertThat(item.reader().odoo()).containsOnly(entry(PRICE, "5"));
        assertThat(new HashSet<>(item.reader().commandIds())).hasSize(3);

        item.given(
                ItemSaid.leadTime(3),
                ItemSaid.leadTime(7).in("D2", 2).from(2),
                ItemSaid.leadTime(4).in("D2", 2).from(12));
        assertThat(item.reader().odoo()).containsEntry("SET_LEAD_TIME", "3");
        assertThat(new HashSet<>(item.reader().commandIds())).hasSize(6);
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
        OdooCommand command = item.last().commands().get(0);
        assertThat(Times.micros(command.getKnownAt())).isEqualTo(day(8));
        assertThat(command.getFactIds()).containsExactly("lead-time/D2@" + day(2) + "/e");

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
}
