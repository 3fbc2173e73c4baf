package io.milepost.state.view;

import static io.milepost.state.Said.bill;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.state.Said;
import io.milepost.state.Times;
import org.junit.jupiter.api.Test;

/** Ten pieces at 5 EUR, billed in two lines: when the order line is paid. */
class PaymentsTest {

    private static final Said ORDER = Said.order(10, "2026-03-01");
    private static final String BILLED = "2026-02-20";
    private static final Said FIRST = unpaid(7, "I1", 6).known("2026-02-21");
    private static final Said SECOND = unpaid(8, "I2", 4).known("2026-02-22");

    @Test
    void theLastPaymentPaysTheLine() {
        Said firstPaid = paid(7, "I1", 6, "2026-03-20");
        Said secondPaid = paid(8, "I2", 4, "2026-03-10");

        assertNotPaid(ORDER, FIRST, SECOND, firstPaid);
        assertPaid("2026-03-20", "bill/7@2", ORDER, FIRST, SECOND, firstPaid, secondPaid);
        assertPaid("2026-03-20", "bill/7@2", ORDER, FIRST, SECOND, secondPaid, firstPaid);
    }

    @Test
    void ofTwoPaymentsOfOneMomentTheSameIsNamedWhicheverCameFirst() {
        Said firstPaid = paid(7, "I1", 6, "2026-03-20");
        Said secondPaid = paid(8, "I2", 4, "2026-03-20");

        assertPaid("2026-03-20", "bill/8@2", ORDER, FIRST, SECOND, firstPaid, secondPaid);
        assertPaid("2026-03-20", "bill/8@2", ORDER, FIRST, SECOND, secondPaid, firstPaid);
    }

    @Test
    void aPaymentMayTurnOutEarlierLaterOrNone() {
        Said firstPaid = paid(7, "I1", 6, "2026-03-20");
        Said secondPaid = paid(8, "I2", 4, "2026-03-10");
        Said later = paid(7, "I1", 6, "2026-03-25").version(3).known("2026-04-02");
        Said earlier = paid(7, "I1", 6, "2026-03-05").version(3).known("2026-04-02");
        Said unpaid = unpaid(7, "I1", 6).version(3).known("2026-04-02");

        assertPaid("2026-03-25", "bill/7@3", ORDER, FIRST, SECOND, firstPaid, secondPaid, later);
        assertPaid("2026-03-10", "bill/8@2", ORDER, FIRST, SECOND, firstPaid, secondPaid, earlier);
        assertNotPaid(ORDER, FIRST, SECOND, firstPaid, secondPaid, unpaid);
    }

    @Test
    void aLineThatIsNotInvoicedInFullIsNotPaid() {
        assertNotPaid(ORDER, FIRST, paid(7, "I1", 6, "2026-03-20"));
    }

    @Test
    void aCreditNoteNeedNotBePaid() {
        assertPaid(
                "2026-03-20",
                "bill/7@2",
                ORDER,
                FIRST,
                SECOND,
                paid(8, "I2", 4, "2026-03-10"),
                Papers.bookedCredit(9, "C1", 1).known("2026-03-01"),
                paid(7, "I1", 6, "2026-03-20"));
    }

    private static Said unpaid(int line, String number, int pieces) {
        return bill(line, number, pieces, 5, Times.NONE).happened(BILLED);
    }

    private static Said paid(int line, String number, int pieces, String at) {
        return bill(line, number, pieces, 5, Said.time(at))
                .version(2)
                .happened(BILLED)
                .known("2026-04-01");
    }

    private static void assertPaid(String at, String factId, Said... said) {
        Reached paid = Told.actual(Told.view(said), MilestoneName.PAID);
        assertThat(paid).isNotNull();
        assertThat(Times.instant(paid.occurredAt())).isEqualTo(Times.instant(Said.time(at)));
        assertThat(paid.factId()).isEqualTo(factId);
    }

    private static void assertNotPaid(Said... said) {
        assertThat(Told.actual(Told.view(said), MilestoneName.PAID)).isNull();
    }
}
