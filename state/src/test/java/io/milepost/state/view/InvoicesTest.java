package io.milepost.state.view;

import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.draftBill;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.view.Told.actual;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MilestoneName;
import io.milepost.state.Said;
import io.milepost.state.Times;
import org.junit.jupiter.api.Test;

/** Ten pieces at 5 EUR: which of the supplier's documents and Odoo's bills are in force. */
class InvoicesTest {

    private static final Said ORDER = Said.order(10, "2026-03-01");

    @Test
    void aDraftLeavesTheSuppliersDocumentInForceUntilItIsPosted() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-21");
        Said draft = draftBill(7, "I1", 9, 5).known("2026-02-22");
        Said posted = bill(7, "I1", 9, 5, Times.NONE).version(2).known("2026-02-23");

        assertInvoiced("10", ORDER, invoice, draft);
        assertInvoiced("9", ORDER, invoice, draft, posted);
    }

    @Test
    void aBillThatIsTakenBackGivesWayToTheSuppliersDocumentAgain() {
        assertInvoiced(
                "10",
                ORDER,
                invoice("I1", 10, 5).known("2026-02-21"),
                bill(7, "I1", 9, 5, Times.NONE).known("2026-02-22"),
                draftBill(7, "I1", 9, 5).version(2).known("2026-02-23"));
    }

    @Test
    void aBillThatNamesAnotherDocumentAfterAllSetsTheFirstFree() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-20");
        Said other = invoice("I2", 4, 5).known("2026-02-21");
        Said bill = bill(7, "I1", 10, 5, Times.NONE).known("2026-02-22");
        Said renamed = bill(7, "I2", 4, 5, Times.NONE).version(2).known("2026-02-23");

        assertInvoiced("14", ORDER, invoice, other, bill);
        assertInvoiced("14", ORDER, invoice, other, bill, renamed);
        assertInvoiced("14", ORDER, invoice, bill, renamed, other.known("2026-02-24"));
    }

    @Test
    void aBillThatNamesADocumentNobodyKnowsSetsTheOneItNamedFree() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-20");
        Said bill = bill(7, "I1", 10, 5, Times.NONE).happened("2026-02-21").known("2026-02-22");
        Said renamed = bill(7, "I9", 10, 5, Times.NONE).version(2).happened("2026-02-21");
        Said nameless = bill(7, null, 10, 5, Times.NONE).version(3).happened("2026-02-21");
        Said again = bill(7, "I1", 10, 5, Times.NONE).version(4).happened("2026-02-21");

        assertInvoiced("10", ORDER, invoice, bill);
        assertInvoiced("20", ORDER, invoice, bill, renamed);
        assertInvoiced("20", ORDER, invoice, bill, renamed, nameless);
        assertInvoiced("10", ORDER, bill, renamed, nameless, again, invoice);
    }

    @Test
    void twoBillsForOneDocumentReplaceItUntilBothAreTakenBack() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-20");
        Said first = bill(7, "I1", 6, 5, Times.NONE).known("2026-02-21");
        Said second = bill(8, "I1", 3, 5, Times.NONE).known("2026-02-22");
        Said firstBack = draftBill(7, "I1", 6, 5).version(2).known("2026-02-23");
        Said secondBack = draftBill(8, "I1", 3, 5).version(2).known("2026-02-24");

        assertInvoiced("9", ORDER, invoice, first, second);
        assertInvoiced("3", ORDER, invoice, first, second, firstBack);
        assertInvoiced("10", ORDER, invoice, first, second, firstBack, secondBack);
    }

    @Test
    void aDocumentThatComesAfterItsBillIsAnsweredAlready() {
        Said bill = bill(7, "I1", 9, 5, Times.NONE).known("2026-02-21");
        Said draft = draftBill(8, "I2", 1, 5).known("2026-02-22");
        Said invoice = invoice("I1", 10, 5).known("2026-02-23");
        Said other = invoice("I2", 1, 5).known("2026-02-24");

        assertInvoiced("9", ORDER, bill, draft, invoice);
        assertInvoiced("10", ORDER, bill, draft, invoice, other);
        assertInvoiced(
                "10",
                ORDER,
                bill,
                invoice,
                draftBill(7, "I1", 9, 5).version(2).known("2026-02-25"));
    }

    @Test
    void anInvoiceThatTheSupplierTakesBackIsNoLongerCharged() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-21");
        Said takenBack = Papers.takenBack("I1", 10).version(2).known("2026-02-22");
        Said bill = bill(7, "I1", 10, 5, Times.NONE).known("2026-02-23");

        assertInvoiced("0", ORDER, invoice, takenBack);
        assertInvoiced("10", ORDER, invoice, takenBack, bill);
        assertInvoiced("0", ORDER, takenBack.known("2026-02-20"), invoice);
    }

    @Test
    void invoicesCountByTheirDatesWhicheverBecomesKnownFirst() {
        Said late = invoice("I1", 6, 5).happened("2026-02-25").known("2026-02-25");
        Said early = invoice("I2", 10, 5).happened("2026-02-20").known("2026-02-26");

        assertInvoiced("16", ORDER, late, early);
        assertThat(actual(Told.view(ORDER, late, early), MilestoneName.INVOICED).factId())
                .as("the first ten pieces")
                .isEqualTo("invoice/I2@1");
        assertThat(actual(Told.view(ORDER, early, late), MilestoneName.INVOICED).factId())
                .isEqualTo("invoice/I2@1");
    }

    @Test
    void anotherInvoiceOfTheSameDayStartsNothingAnewWhenEnoughWasInvoiced() {
        Said bill = bill(7, "B1", 10, 5, Times.NONE).happened("2026-02-20").known("2026-02-21");
        Said invoice = invoice("I1", 10, 5).happened("2026-02-20").known("2026-02-22");

        assertThat(actual(Told.view(ORDER, bill, invoice), MilestoneName.INVOICED).factId())
                .isEqualTo("bill/7@1");
        assertThat(
                        actual(
                                        Told.view(
                                                ORDER,
                                                invoice.known("2026-02-20"),
                                                bill.known("2026-02-21")),
                                        MilestoneName.INVOICED)
                                .factId())
                .isEqualTo("invoice/I1@1");
    }

    @Test
    void ofInvoicesOfOneDayItIsTheOneThatMakesItEnough() {
        Said first = invoice("I1", 6, 5).happened("2026-02-20").known("2026-02-23");
        Said second = invoice("I2", 4, 5).happened("2026-02-20").known("2026-02-22");
        Said third = invoice("I3", 1, 5).happened("2026-02-20").known("2026-02-24");

        assertThat(actual(Told.view(ORDER, second, first, third), MilestoneName.INVOICED).factId())
                .isEqualTo("invoice/I1@1");
    }

    @Test
    void aBillWithoutANumberIsAnInvoiceOfItsOwn() {
        assertInvoiced(
                "20",
                ORDER,
                invoice("I1", 10, 5).known("2026-02-21"),
                bill(7, null, 10, 5, Times.NONE).known("2026-02-22"));
    }

    @Test
    void aBillThatIsPostedAsItWasDraftedCountsSinceItWasPosted() {
        Said draft = draftBill(7, "I1", 10, 5).happened("2026-02-20").known("2026-02-21");
        Said posted =
                bill(7, "I1", 10, 5, Times.NONE)
                        .version(2)
                        .happened("2026-02-20")
                        .known("2026-02-25");
        Said again =
                bill(7, "I1", 10, 5, Said.time("2026-03-01"))
                        .version(3)
                        .happened("2026-02-20")
                        .known("2026-03-02");

        assertThat(actual(Told.view(ORDER, draft), MilestoneName.INVOICED)).isNull();
        assertThat(actual(Told.view(ORDER, draft, posted), MilestoneName.INVOICED).factId())
                .isEqualTo("bill/7@2");
        assertThat(actual(Told.view(ORDER, draft, posted, again), MilestoneName.INVOICED).factId())
                .as("a payment does not change since when it is invoiced")
                .isEqualTo("bill/7@2");
    }

    @Test
    void itWasInvoicedSinceTheSupplierSaidSoIfTheBillSaysTheSame() {
        Said invoice = invoice("I1", 10, 5).happened("2026-02-20").known("2026-02-21");
        Said same = bill(7, "I1", 10, 5, Times.NONE).happened("2026-02-20").known("2026-02-25");
        Said other = bill(7, "I1", 11, 5, Times.NONE).happened("2026-02-20").known("2026-02-25");

        assertThat(actual(Told.view(ORDER, invoice, same), MilestoneName.INVOICED).factId())
                .isEqualTo("invoice/I1@1");
        assertThat(actual(Told.view(ORDER, invoice, other), MilestoneName.INVOICED).factId())
                .isEqualTo("bill/7@1");
    }

    @Test
    void aCreditNoteIsCountedOnceBookedOrNotAndChargesNothing() {
        Said invoice = invoice("I1", 10, 5).known("2026-02-21");
        Said note = Papers.creditNote("C1", 4).known("2026-02-22");
        Said booked = Papers.bookedCredit(8, "C1", 3).known("2026-02-23");

        assertThat(Told.view(ORDER, invoice, note).quantities().credited())
                .isEqualByComparingTo("4");
        LineView view = Told.view(ORDER, invoice, note, booked);
        assertThat(view.quantities().credited()).isEqualByComparingTo("3");
        assertThat(view.quantities().invoiced()).isEqualByComparingTo("10");
    }

    private static void assertInvoiced(String quantity, Said... said) {
        assertThat(Told.view(said).quantities().invoiced()).isEqualByComparingTo(quantity);
    }
}
