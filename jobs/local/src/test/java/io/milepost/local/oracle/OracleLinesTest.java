package io.milepost.local.oracle;

import static io.milepost.local.oracle.Pieces.day;
import static io.milepost.local.oracle.Pieces.lineNumber;
import static io.milepost.local.oracle.Pieces.number;
import static io.milepost.local.oracle.Pieces.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.CreditNote;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.MilestoneName;
import io.milepost.events.OrderState;
import io.milepost.events.ShipNotice;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleLinesTest {

    private static LineCase ordered() {
        return new LineCase().order(5, 0);
    }

    @Test
    void aLineIsReceivedWhenItsPartsAddUp() {
        LineCase line = ordered().receipt(1, 4, 3, 9).receipt(2, 5, 4, 4);

        assertThat(view(line).has(MilestoneName.RECEIVED)).isFalse();
        assertThat(reached(line.receipt(3, 1, 7, 7), MilestoneName.RECEIVED)).isEqualTo(day(7));
    }

    @Test
    void aReversedReceiptTakesItsQuantityBack() {
        LineCase line = ordered().receipt(1, 10, 3, 3).receipt(2, -10, 4, 4);

        assertThat(view(line).has(MilestoneName.RECEIVED)).isFalse();
    }

    @Test
    void aReceiptThatIsReversedAndPostedAgainCountsByTheSecond() {
        LineCase line = ordered().receipt(1, 10, 3, 3).receipt(2, -10, 4, 4).receipt(3, 10, 6, 6);

        assertThat(reached(line, MilestoneName.RECEIVED)).isEqualTo(day(6));
        assertThat(reached(line.receipt(4, 1, 7, 7), MilestoneName.RECEIVED)).isEqualTo(day(6));
    }

    @Test
    void anInvoiceAndTheBillWithItsNumberAreOneAndTheBillCounts() {
        LineCase line = ordered().receipt(1, 10, 3, 3);
        invoice(line, "INV", 10, "5", 4).bill("INV", 10, "5", 6, null);

        assertThat(reached(line, MilestoneName.INVOICED)).isEqualTo(day(6));
        assertThat(reached(line, MilestoneName.MATCHED)).isEqualTo(day(6));
        assertThat(reached(line, MilestoneName.CLOSED)).isEqualTo(day(6));
        assertThat(view(line).has(MilestoneName.PAID)).isFalse();
    }

    @Test
    void aLineThatIsInvoicedTwiceIsClosedButNotMatched() {
        LineCase line = ordered().receipt(1, 10, 3, 3);
        invoice(line, "INV-1", 10, "5", 4).bill("INV-2", 10, "5", 6, null);

        assertThat(reached(line, MilestoneName.INVOICED)).isEqualTo(day(4));
        assertThat(view(line).has(MilestoneName.MATCHED)).isFalse();
        assertThat(view(line).has(MilestoneName.CLOSED)).isTrue();
    }

    @Test
    void pricesMatchWithinTwoPerCent() {
        LineCase within = ordered().receipt(1, 10, 3, 3).bill("B", 10, "5.10", 4, null);
        LineCase above = ordered().receipt(1, 10, 3, 3).bill("B", 10, "5.11", 4, null);

        assertThat(view(within).has(MilestoneName.MATCHED)).isTrue();
        assertThat(view(above).has(MilestoneName.MATCHED)).isFalse();
    }

    @Test
    void aLineIsPaidWhenEveryBillIs() {
        LineCase line = ordered().bill("B1", 5, "5", 4, null).bill("B1", 5, "5", 4, 8.0);
        line.bill("B2", 5, "5", 4, null);

        assertThat(view(line).has(MilestoneName.PAID)).isFalse();
        assertThat(reached(line.bill("B2", 5, "5", 4, 9.0), MilestoneName.PAID)).isEqualTo(day(9));
    }

    @Test
    void aCreditNoteTakesNothingOffWhatWasInvoiced() {
        LineCase line = ordered().bill("B", 10, "5", 4, null);
        CreditNote note = new CreditNote(number(10), "C62", number(5), "EUR", "B");
        line.said("CR", DocumentPurpose.ORIGINAL, lineNumber(1), note, 5, 5);

        assertThat(view(line).has(MilestoneName.INVOICED)).isTrue();
    }

    @Test
    void theNewestAcknowledgementHoldsAndTheFirstOneWasThePromise() {
        LineCase line = ordered().acknowledged(6, 1).acknowledged(9, 2);

        assertThat(view(line).firstPromiseMicros()).isEqualTo(day(6));
        assertThat(view(line).currentPromiseMicros()).isEqualTo(day(9));
        assertThat(reached(line, MilestoneName.ACKNOWLEDGED)).isEqualTo(day(1));
    }

    @Test
    void aCancelledAcknowledgementDoesNotCount() {
        LineCase line =
                ordered()
                        .acknowledged(
                                "A", DocumentPurpose.ORIGINAL, 1, part(LineAnswer.ACCEPTED, 10, 9))
                        .acknowledged(
                                "A", DocumentPurpose.CANCEL, 2, part(LineAnswer.ACCEPTED, 10, 9));

        assertThat(view(line).has(MilestoneName.ACKNOWLEDGED)).isFalse();
        assertThat(view(line).currentPromiseMicros()).isEqualTo(day(5));
    }

    @Test
    void inFullMeansTheLastPartAndOdooGetsTheFirst() {
        LineCase line =
                ordered()
                        .acknowledged(
                                "A",
                                DocumentPurpose.ORIGINAL,
                                1,
                                part(LineAnswer.ACCEPTED, 6, 5),
                                part(LineAnswer.BACKORDERED, 4, 9));

        assertThat(view(line).currentPromiseMicros()).isEqualTo(day(9));
        assertThat(view(line).commands())
                .containsExactlyInAnyOrder(
                        CommandKind.REVIEW_ACTIVITY,
                        CommandKind.POST_NOTE,
                        CommandKind.ACKNOWLEDGE_ORDER,
                        CommandKind.REVIEW_SALE_PROMISE);
    }

    @Test
    void anotherDayIsWrittenToOdooAndAnotherHourIsNot() {
        assertThat(view(ordered().acknowledged(5.4, 1)).commands())
                .containsExactly(CommandKind.ACKNOWLEDGE_ORDER);
        assertThat(view(ordered().acknowledged(6.4, 1)).commands())
                .containsExactlyInAnyOrder(
                        CommandKind.SET_LINE_DATE,
                        CommandKind.ACKNOWLEDGE_ORDER,
                        CommandKind.REVIEW_SALE_PROMISE);
    }

    @Test
    void theBuyersNewDateHoldsOnlyIfItIsKnownAfterTheAcknowledgement() {
        LineCase before = ordered().order(8, 1).acknowledged(6, 2);
        LineCase after = ordered().acknowledged(6, 1).order(8, 2);

        assertThat(view(before).currentPromiseMicros()).isEqualTo(day(6));
        assertThat(view(after).currentPromiseMicros()).isEqualTo(day(8));
    }

    @Test
    void aConfirmationOfLessThanIsOrderedNeedsReview() {
        LineCase grown = ordered().acknowledged(5, 1).order(1, OrderState.PURCHASE, 12, 5, 2, 2);

        assertThat(view(ordered().acknowledged(5, 1)).commands())
                .containsExactly(CommandKind.ACKNOWLEDGE_ORDER);
        assertThat(view(grown).commands())
                .containsExactlyInAnyOrder(
                        CommandKind.REVIEW_ACTIVITY,
                        CommandKind.POST_NOTE,
                        CommandKind.ACKNOWLEDGE_ORDER);
    }

    @Test
    void aCancelledOrderThatWasConfirmedStaysOrderedAndIsClosed() {
        LineCase line = ordered().order(1, OrderState.CANCELLED, 10, 5, 3, 4);

        assertThat(view(line).reached())
                .containsOnlyKeys(
                        MilestoneName.ORDERED, MilestoneName.CANCELLED, MilestoneName.CLOSED)
                .containsEntry(MilestoneName.CLOSED, day(3));
    }

    @Test
    void carrierEventsReachTheLineThroughItsShipNoticeAlsoWhenTheyAreKnownBefore() {
        LineCase line =
                ordered()
                        .carrier("T", CarrierStatus.PICKED_UP, TimeClassifier.ACTUAL, 2)
                        .carrier("T", CarrierStatus.DELIVERED, TimeClassifier.ESTIMATED, 3)
                        .carrier("OTHER", CarrierStatus.ARRIVED, TimeClassifier.ACTUAL, 2)
                        .shipped("ASN", 1.9, 4, "T");
        OracleVerdict verdict = line.judge(20);

        assertThat(view(line).reached())
                .containsOnlyKeys(
                        MilestoneName.ORDERED, MilestoneName.SHIPPED, MilestoneName.PICKED_UP);
        assertThat(verdict.unmatched()).isEqualTo(1);
    }

    @Test
    void whatIsSaidOfTheWholeOrderHoldsForEveryLine() {
        LineCase lines = ordered().order(2, OrderState.PURCHASE, 10, 5, 0, 3);
        lines.said(
                "TA",
                DocumentPurpose.ORIGINAL,
                null,
                new TechnicalAcknowledgement("C", TechnicalOutcome.REJECTED),
                1,
                1);

        OracleVerdict verdict = lines.judge(20);
        assertThat(verdict.linesWith(MilestoneName.SENT)).isEqualTo(2);
        assertThat(verdict.linesWith(MilestoneName.RECEIPT_ACKNOWLEDGED)).isZero();
    }

    @Test
    void aLineIsCalledByTheNumberThatItWasSentUnder() {
        LineCase lines = ordered().order(2, OrderState.PURCHASE, 10, 5, 0, 0).unnumbered();
        lines.acknowledged(6, 1);
        assertThat(lines.judge(20).linesWith(MilestoneName.ACKNOWLEDGED)).isZero();

        lines.sent(2, 1, 2).sent(1, 2, 2).sent(1, 1, 3);

        assertThat(lines.judge(20).linesWith(MilestoneName.SENT)).isEqualTo(2);
        assertThat(lines.judge(20).linesWith(MilestoneName.ACKNOWLEDGED)).isEqualTo(1);
        assertThat(view(lines).has(MilestoneName.ACKNOWLEDGED)).as("line 1 is number 2").isFalse();
    }

    @Test
    void strangersUnknownUnitsAndAmbiguousNamesAreRefused() {
        LineCase lines = ordered().order(2, OrderState.PURCHASE, 10, 5, 0, 0);
        LineReference sameItem = new LineReference(null, null, null, "VI", null, null);
        refuse(lines, "STRANGER", lineNumber(1), "C62");
        refuse(lines, "V", lineNumber(1), "KGM");
        refuse(lines, "V", sameItem, "C62");

        OracleVerdict verdict = lines.judge(20);
        assertThat(verdict.deadLetters()).isEqualTo(3);
        assertThat(verdict.linesWith(MilestoneName.SHIPPED)).isZero();
    }

    private static void refuse(LineCase lines, String partner, LineReference line, String unit) {
        ShipNotice notice = new ShipNotice("S", Pieces.instant(1), null, number(10), unit);
        Document document = new Document("S", DocumentPurpose.ORIGINAL, Pieces.instant(1), null);
        lines.supplier(partner, document, line, notice, 1, 1, List.of());
    }

    private static LineCase invoice(
            LineCase line, String number, int quantity, String price, double occurred) {
        Invoice invoice = new Invoice(number(quantity), "C62", new BigDecimal(price), "EUR", null);
        return line.said(
                number, DocumentPurpose.ORIGINAL, lineNumber(1), invoice, occurred, occurred);
    }

    private static OracleLine view(LineCase line) {
        return line.judge(20).lines().get(LineCase.LINE);
    }

    private static Long reached(LineCase line, MilestoneName milestone) {
        return view(line).reached().get(milestone);
    }
}
