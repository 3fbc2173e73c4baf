package io.milepost.state.view;

import static io.milepost.state.Said.acknowledgement;
import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.draftBill;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.noAcknowledgement;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.part;
import static io.milepost.state.Said.receipt;
import static io.milepost.state.Said.shipNotice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineAnswer;
import io.milepost.events.TechnicalOutcome;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What follows on facts that were stored away, mostly without reading them again: that is why one
 * more fact of a long line costs as little as one of a short one.
 */
class GoingOnTest {

    private final Said order = order(10, "2026-03-01");
    private final Said confirmed =
            acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01")).known("2026-02-02");
    private final Said received = receipt(1, 4).known("2026-02-10");
    private final Said invoiced = invoice("I1", 4, 5).known("2026-02-11");
    private final Said billed =
            bill(7, "I1", 4, 5, Times.NONE).happened("2026-02-11").known("2026-02-12");
    private final Said paid =
            bill(7, "I1", 4, 5, Said.time("2026-02-20"))
                    .version(2)
                    .happened("2026-02-11")
                    .known("2026-02-21");

    @Test
    void whatComesNextInTheNormalCourseNeedsNoOtherFact() {
        assertGoesOn(confirmed);
        assertGoesOn(confirmed, shipNotice("S1", 10, false).known("2026-02-05"));
        assertGoesOn(confirmed, Said.technical("T1", TechnicalOutcome.ACCEPTED));
        assertGoesOn(received);
        assertGoesOn(received, receipt(2, 6).known("2026-02-15"));
        assertGoesOn(received, receipt(2, -4).known("2026-02-15"));
        assertGoesOn(received, invoiced);
        assertGoesOn(received, invoiced, billed);
        assertGoesOn(received, invoiced, billed, paid);
        assertGoesOn(received, invoiced, Papers.creditNote("C1", 1).known("2026-02-15"));
        assertGoesOn(received, order(10, "2026-03-05").version(2).known("2026-02-15"));
        assertGoesOn(
                confirmed,
                acknowledgement("A2", part(10, LineAnswer.CHANGED, "2026-03-05"))
                        .version(2)
                        .known("2026-02-05"));
    }

    @Test
    void aSecondBillOfADocumentAndADraftNeedNoOtherFact() {
        assertGoesOn(invoiced, billed, bill(8, "I2", 6, 5, Times.NONE).known("2026-02-22"));
        assertGoesOn(invoiced, draftBill(8, "I1", 4, 5).known("2026-02-22"));
        assertGoesOn(
                invoiced,
                draftBill(8, "I1", 4, 5).known("2026-02-22"),
                draftBill(8, "I1", 5, 5).version(2).known("2026-02-23"));
    }

    @Test
    void aBillThatNamesAnotherDocumentNeedsNoOtherFactUnlessItSetsOneFree() {
        Said unnamed = bill(7, null, 4, 5, Times.NONE).version(2).happened("2026-02-11");
        Said second = bill(8, "I1", 4, 5, Times.NONE).known("2026-02-12");
        Said other = invoice("I2", 6, 5).known("2026-02-15");

        assertGoesOn(billed, unnamed);
        assertGoesOn(billed, unnamed, other);
        assertLooksBack(invoiced, billed, unnamed);
        assertGoesOn(invoiced, billed, second, unnamed);
        assertLooksBack(billed, invoiced);
        assertGoesOn(billed, invoiced, other);
    }

    @Test
    void aReceiptOfNothingNeedsNoOtherFact() {
        assertGoesOn(received, receipt(2, 0).happened("2026-02-01").known("2026-02-15"));
    }

    @Test
    void aVersionThatSaysTheSameOfAReceiptNeedsNoOtherFact() {
        assertGoesOn(received, receipt(1, 4).version(2).happened("2026-02-10").known("2026-02-12"));
    }

    @Test
    void aFurtherShipmentNeedsNoOtherFactEarlierOrLater() {
        Said shipped = shipNotice("S1", 5, false).known("2026-02-05");

        assertGoesOn(shipped, shipNotice("S2", 5, false).known("2026-02-07"));
        assertGoesOn(
                shipped, shipNotice("S2", 5, false).happened("2026-02-03").known("2026-02-07"));
    }

    @Test
    void theOnlyAcknowledgementMayBeRevisedOrTakenBack() {
        assertGoesOn(confirmed, noAcknowledgement("A1").version(2).known("2026-02-05"));
        assertGoesOn(
                confirmed,
                acknowledgement("A1", part(10, LineAnswer.CHANGED, "2026-03-05"))
                        .version(2)
                        .known("2026-02-05"));
    }

    @Test
    void anOlderVersionThatComesLateNeedsNoOtherFact() {
        assertGoesOn(
                receipt(1, 4).version(2).known("2026-02-10"), receipt(1, 5).known("2026-02-12"));
        assertGoesOn(
                noAcknowledgement("A1").version(2).known("2026-02-02"),
                acknowledgement("A1", part(10, LineAnswer.ACCEPTED, "2026-03-01"))
                        .known("2026-02-03"));
    }

    @Test
    void whatWasCountedAgainstTheOrderIsCountedAnewWhenItAsksForAnotherQuantity() {
        assertLooksBack(received, order(4, "2026-03-01").version(2).known("2026-02-15"));
        assertLooksBack(invoiced, order(4, "2026-03-01").version(2).known("2026-02-15"));
        assertGoesOn(confirmed, order(4, "2026-03-01").version(2).known("2026-02-15"));
    }

    @Test
    void whatIsTakenBackOrCorrectedMakesAllBeLookedAtAgain() {
        assertLooksBack(received, receipt(1, 5).version(2).known("2026-02-12"));
        assertLooksBack(received, receipt(2, 6).happened("2026-02-08").known("2026-02-15"));
        assertLooksBack(invoiced, Papers.takenBack("I1", 4).version(2).known("2026-02-15"));
        assertLooksBack(invoiced, billed, draftBill(7, "I1", 4, 5).version(2).known("2026-02-15"));
        assertLooksBack(
                shipNotice("S1", 10, false).known("2026-02-05"),
                shipNotice("S1", 10, true).version(2).known("2026-02-06"));
        assertLooksBack(
                confirmed,
                acknowledgement("A2", part(10, LineAnswer.CHANGED, "2026-03-05"))
                        .version(2)
                        .known("2026-02-05"),
                noAcknowledgement("A2").version(3).known("2026-02-06"));
    }

    private void assertGoesOn(Said... said) {
        assertThat(stored(said).isSufficient()).as("without the other facts").isTrue();
        Told.knowledge(withOrder(said));
    }

    private void assertLooksBack(Said... said) {
        assertThat(stored(said).isSufficient()).as("without the other facts").isFalse();
        Told.knowledge(withOrder(said));
    }

    private Knowledge stored(Said... said) {
        return Told.afterStoring(withOrder(said));
    }

    private Said[] withOrder(Said... said) {
        return Stream.concat(Stream.of(order), Arrays.stream(said)).toArray(Said[]::new);
    }
}
