package io.milepost.state.line;

import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.view.Reached;
import org.junit.jupiter.api.Test;

/** Ten pieces at 5 EUR: how much came, was sent back and was charged. */
class QuantityStoriesTest {

    private final Story line = Story.under(Rules.receiptOnly()).given(order(10, "2026-03-01"));

    @Test
    void twoPartsMakeItComplete() {
        line.when(receipt(1, 4).known("2026-02-20"), receipt(2, 6).known("2026-02-25"));

        assertReached(MilestoneName.RECEIVED, "2026-02-25");
    }

    @Test
    void anOverReceiptIsReceivedWithTheFirstTenAndDoesNotMatchAnInvoiceForTen() {
        line.when(receipt(1, 10).known("2026-02-20"), receipt(2, 2).known("2026-02-25"))
                .when(invoice("I1", 10, 5).known("2026-02-26"));

        assertReached(MilestoneName.RECEIVED, "2026-02-20");
        assertThat(line.view().quantities().received()).isEqualByComparingTo("12");
        assertThat(line.view().match()).isEqualTo(MatchOutcome.QUANTITY_DIFFERS);
    }

    @Test
    void aReversalTakesTheMilestoneBack() {
        line.when(receipt(1, 10).known("2026-02-20"));
        assertReached(MilestoneName.RECEIVED, "2026-02-20");

        line.when(receipt(2, -10).known("2026-02-21"));

        assertNotReached(MilestoneName.RECEIVED);
        assertThat(line.view().quantities().received()).isEqualByComparingTo("0");
    }

    @Test
    void aReversalOfTheSameMomentLeavesNothingReceivedThen() {
        line.when(
                receipt(1, 10).known("2026-02-20"),
                receipt(2, -10).known("2026-02-20"),
                receipt(3, 10).known("2026-02-25"));

        assertReached(MilestoneName.RECEIVED, "2026-02-25");
    }

    @Test
    void theSuppliersInvoiceAndTheBillOfTheSameNumberAreOne() {
        line.when(receipt(1, 10).known("2026-02-20"))
                .when(invoice("I1", 10, 5).known("2026-02-21"))
                .when(bill(7, "I1", 10, 5, Times.NONE).known("2026-02-22"));

        assertThat(line.view().quantities().invoiced()).isEqualByComparingTo("10");
        assertThat(line.view().match()).isEqualTo(MatchOutcome.MATCHED);
        assertReached(MilestoneName.CLOSED, "2026-02-22");
        assertNotReached(MilestoneName.PAID);
    }

    @Test
    void aBillOfAnotherNumberIsAnotherInvoice() {
        line.when(invoice("I1", 10, 5).known("2026-02-21"))
                .when(bill(7, "I2", 10, 5, Times.NONE).known("2026-02-22"));

        assertThat(line.view().quantities().invoiced()).isEqualByComparingTo("20");
    }

    @Test
    void aPriceThatIsOffByMoreThanTwoPercentDoesNotMatch() {
        line.when(receipt(1, 10).known("2026-02-20"), invoice("I1", 10, 6).known("2026-02-21"));

        assertThat(line.view().match()).isEqualTo(MatchOutcome.PRICE_DIFFERS);
        assertReached(MilestoneName.CLOSED, "2026-02-21");
    }

    @Test
    void aLineIsPaidWhenItsBillIs() {
        line.when(bill(7, "I1", 10, 5, Said.time("2026-03-20")).known("2026-03-21"));

        assertReached(MilestoneName.PAID, "2026-03-20");
    }

    private void assertReached(MilestoneName name, String time) {
        assertThat(actual(name)).as(name.name()).isNotNull();
        assertThat(Times.instant(actual(name).occurredAt()))
                .as(name.name())
                .isEqualTo(Times.instant(Said.time(time)));
    }

    private void assertNotReached(MilestoneName name) {
        assertThat(actual(name)).as(name.name()).isNull();
    }

    private Reached actual(MilestoneName name) {
        return line.view().milestones().stream()
                .filter(m -> m.name() == name && m.classifier() == TimeClassifier.ACTUAL)
                .findFirst()
                .orElse(null);
    }
}
