package io.milepost.state.view;

import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.view.Told.actual;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.HoldFact;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** When ten ordered pieces are received, by what is known of receipts and of the order. */
class ReceiptsTest {

    private final Said order = order(10, "2026-03-01");

    @Test
    void receiptsCountByTheirDatesWhicheverBecomesKnownFirst() {
        Said late = receipt(1, 6).happened("2026-02-25").known("2026-02-25");
        Said early = receipt(2, 10).happened("2026-02-20").known("2026-02-26");

        assertReceived("2026-02-20", "receipt/2@1", order, late, early);
        assertReceived("2026-02-20", "receipt/2@1", order, early, late);
    }

    @Test
    void theOrderAsItIsNowSaysHowMuchIsEnough() {
        Said four = receipt(1, 4).known("2026-02-10");
        Said six = receipt(2, 6).known("2026-02-15");
        Said less = order(4, "2026-03-01").version(2).known("2026-02-20");
        Said more = order(12, "2026-03-01").version(2).known("2026-02-20");

        assertReceived("2026-02-10", "receipt/1@1", order, four, six, less);
        assertNotReceived(order, four, six, more);
        assertReceived("2026-02-15", "receipt/2@1", four, six, order.known("2026-02-20"));
    }

    @Test
    void aReceiptThatIsCorrectedIsCountedAnew() {
        Said ten = receipt(1, 10).known("2026-02-10");
        Said nine = receipt(1, 9).version(2).happened("2026-02-10").known("2026-02-11");
        Said tenAgain = receipt(1, 10).version(3).happened("2026-02-10").known("2026-02-12");

        assertNotReceived(order, ten, nine);
        assertReceived("2026-02-10", "receipt/1@3", order, ten, nine, tenAgain);
    }

    @Test
    void aVersionThatSaysTheSameLeavesItReceivedSinceTheFirst() {
        Said ten = receipt(1, 10).known("2026-02-10");
        Said same = receipt(1, 10).version(2).happened("2026-02-10").known("2026-02-15");
        Said later = receipt(1, 10).version(2).happened("2026-02-12").known("2026-02-15");

        assertReceived("2026-02-10", "receipt/1@1", order, ten, same);
        assertReceived("2026-02-12", "receipt/1@2", order, ten, later);
    }

    @Test
    void ofReceiptsOfOneMomentTheOneIsNamedThatMadeItEnoughAsTheyBecameKnown() {
        Said one = receipt(1, 5).happened("2026-02-10").known("2026-02-10");
        Said two = receipt(2, 5).happened("2026-02-10").known("2026-02-10");

        assertReceived("2026-02-10", "receipt/2@1", order, one, two);
        assertReceived("2026-02-10", "receipt/2@1", order, one, two.known("2026-02-11"));
        assertReceived("2026-02-10", "receipt/1@1", order, two, one.known("2026-02-11"));
    }

    @Test
    void aReceiptOfNothingIsNoReceipt() {
        Said ten = receipt(1, 10).known("2026-02-10");
        Said nothing = receipt(2, 0).happened("2026-02-05").known("2026-02-15");

        assertReceived("2026-02-10", "receipt/1@1", order, ten, nothing);
        assertReceived("2026-02-10", "receipt/1@1", order, nothing, ten);
    }

    @Test
    void itIsKnownToBeReceivedWhenAllOfItIsKnown() {
        Said early = receipt(1, 5).happened("2026-02-10").known("2026-02-20");
        Said late = receipt(2, 5).happened("2026-02-12").known("2026-02-12");

        Reached received = actual(Told.view(order, late, early), MilestoneName.RECEIVED);

        assertThat(received.occurredAt()).isEqualTo(Said.time("2026-02-12"));
        assertThat(received.knownAt()).isEqualTo(Said.time("2026-02-20"));
    }

    @Test
    void whatGoesBackIsReturnedAndStaysReceived() {
        LineView view =
                Told.view(
                        order,
                        receipt(1, 10).known("2026-02-10"),
                        Papers.sentBack(2, 3).known("2026-02-15"));

        assertThat(view.quantities().received()).isEqualByComparingTo("10");
        assertThat(view.quantities().returned()).isEqualByComparingTo("3");
        assertThat(actual(view, MilestoneName.RECEIVED)).isNotNull();
    }

    @Test
    void goodsAreHeldUntilTheyAreReleasedAndClaimedUntilTheClaimIsTakenBack() {
        Said held = hold(false).known("2026-02-11");
        Said claimed = claim(false).known("2026-02-12");
        LineView before = Told.view(order, held, claimed);
        LineView after =
                Told.view(
                        order,
                        held,
                        claimed,
                        hold(true).version(2).known("2026-02-13"),
                        claim(true).version(2).known("2026-02-14"));

        assertThat(before.quantities().held()).isEqualByComparingTo("4");
        assertThat(before.quantities().claimed()).isEqualByComparingTo("3");
        assertThat(after.quantities().held()).isEqualByComparingTo("0");
        assertThat(after.quantities().claimed()).isEqualByComparingTo("0");
    }

    @Test
    void anOrderOfNothingIsNeverReceived() {
        assertNotReceived(order(0, "2026-03-01"), receipt(1, 5).known("2026-02-10"));
    }

    private static Said hold(boolean released) {
        return Said.of("hold/1", h -> new HoldFact(h, released, BigDecimal.valueOf(4)));
    }

    private static Said claim(boolean cancelled) {
        return Said.of("claim/1", h -> new ClaimFact(h, cancelled, BigDecimal.valueOf(3)));
    }

    private static void assertReceived(String time, String factId, Said... said) {
        Reached received = actual(Told.view(said), MilestoneName.RECEIVED);
        assertThat(received).isNotNull();
        assertThat(Times.instant(received.occurredAt())).isEqualTo(Times.instant(Said.time(time)));
        assertThat(received.factId()).isEqualTo(factId);
    }

    private static void assertNotReceived(Said... said) {
        assertThat(actual(Told.view(said), MilestoneName.RECEIVED)).isNull();
    }
}
