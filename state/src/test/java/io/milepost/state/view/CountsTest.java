package io.milepost.state.view;

import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.ReceiptFact;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final boolean POSTED = true;
    private static final boolean NOT_POSTED = false;
    private static final boolean PAID = true;
    private static final boolean NOT_PAID = false;

    @Test
    void aReversalIsAPostingOfItsOwn() {
        Counts counts = counts(receipt(1, 4), receipt(2, 4), receipt(3, -4));

        assertThat(counts.receipts()).isEqualTo(2);
        assertThat(counts.receiptsReversed()).isEqualTo(1);
    }

    @Test
    void aServiceIsNoReceiptOfGoods() {
        Counts counts = counts(receipt(1, 4), service(2, 0), service(3, 5));

        assertThat(counts.receipts()).isEqualTo(1);
        assertThat(counts.serviceEntries()).isEqualTo(2);
    }

    @Test
    void anotherVersionOfAReceiptIsTheSameReceipt() {
        assertThat(counts(receipt(1, 4), receipt(1, 5).version(2)).receipts()).isEqualTo(1);
    }

    @Test
    void aBillThatIsCancelledWasPostedOnceAndIsTakenBack() {
        Counts counts =
                counts(
                        bill(1, 4, POSTED, NOT_PAID),
                        bill(2, 4, POSTED, NOT_PAID),
                        bill(2, 4, NOT_POSTED, NOT_PAID).version(2));

        assertThat(counts.bills()).isEqualTo(2);
        assertThat(counts.billsReversed()).isEqualTo(1);
    }

    @Test
    void aBillThatIsPostedAgainIsTakenBackNoMore() {
        Counts counts =
                counts(
                        bill(1, 4, POSTED, NOT_PAID),
                        bill(1, 4, NOT_POSTED, NOT_PAID).version(2),
                        bill(1, 4, POSTED, NOT_PAID).version(3));

        assertThat(counts.bills()).isEqualTo(1);
        assertThat(counts.billsReversed()).isZero();
    }

    @Test
    void aDraftIsNoBillUntilItIsPosted() {
        Said draft = bill(1, 4, NOT_POSTED, NOT_PAID);
        assertThat(counts(draft).bills()).isZero();
        assertThat(counts(draft).billsReversed()).isZero();

        assertThat(counts(draft, bill(1, 4, POSTED, NOT_PAID).version(2)).bills()).isEqualTo(1);
    }

    @Test
    void aCreditNoteTakesABillBack() {
        Counts counts = counts(bill(1, 4, POSTED, NOT_PAID), credit(2, 4));

        assertThat(counts.bills()).isEqualTo(1);
        assertThat(counts.billsReversed()).isEqualTo(1);
    }

    @Test
    void aCorrectionOfValueIsNoBillAndCreditsNone() {
        Counts counts = counts(bill(1, 0, POSTED, NOT_PAID), credit(2, 0));

        assertThat(counts.bills()).isZero();
        assertThat(counts.billsReversed()).isZero();
    }

    @Test
    void aBillIsPaidOnceHoweverOftenThatIsSaid() {
        Counts counts =
                counts(
                        bill(1, 4, POSTED, NOT_PAID),
                        bill(1, 4, POSTED, PAID).version(2),
                        bill(1, 4, NOT_POSTED, PAID).version(3),
                        bill(2, 0, POSTED, PAID));

        assertThat(counts.payments()).isEqualTo(2);
    }

    @Test
    void theSuppliersInvoiceIsNoBill() {
        assertThat(counts(Said.invoice("I1", 4, 5)).bills()).isZero();
    }

    private static Counts counts(Said... said) {
        return Knowledge.of(Arrays.stream(said).map(Said::fact).toList()).counts();
    }

    private static Said service(int move, int quantity) {
        return Said.of(
                "receipt/" + move,
                header ->
                        new ReceiptFact(
                                header,
                                MoveDirection.INBOUND,
                                MoveState.DONE,
                                BigDecimal.valueOf(quantity),
                                true));
    }

    private static Said bill(int line, int quantity, boolean posted, boolean paid) {
        return invoice(line, quantity, false, posted, paid);
    }

    private static Said credit(int line, int quantity) {
        return invoice(line, quantity, true, POSTED, NOT_PAID);
    }

    private static Said invoice(
            int line, int quantity, boolean credit, boolean posted, boolean paid) {
        return Said.of(
                "bill/" + line,
                header ->
                        new InvoiceFact(
                                header,
                                true,
                                credit,
                                posted,
                                null,
                                BigDecimal.valueOf(quantity),
                                BigDecimal.ONE,
                                "EUR",
                                paid,
                                paid ? header.occurredAt() : Times.NONE));
    }
}
