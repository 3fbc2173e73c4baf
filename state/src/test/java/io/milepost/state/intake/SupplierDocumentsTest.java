package io.milepost.state.intake;

import static io.milepost.state.intake.Heard.decimal;
import static io.milepost.state.intake.Heard.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.CreditNote;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.QualityHold;
import io.milepost.events.ReturnClaim;
import io.milepost.events.ShipNotice;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.state.Times;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.TechnicalFact;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What each kind of document of the supplier, number D1, says about the line. */
class SupplierDocumentsTest {

    @Test
    void aShipNoticeIsAboutOneShipmentAndIsToldInTheOrdersUnit() throws UnknownUnitException {
        Instant shipped = Instant.parse("2026-02-09T10:00:00Z");
        Instant arrival = Instant.parse("2026-02-14T10:00:00Z");
        ShipNotice body = new ShipNotice("S7", shipped, arrival, decimal("2"), "DZN");

        ShipNoticeFact notice = (ShipNoticeFact) document(DocumentPurpose.ORIGINAL, body);

        assertThat(notice.header().identity()).isEqualTo("ship-notice/D1/S7");
        assertThat(notice.cancelled()).isFalse();
        assertThat(notice.shippedAt()).isEqualTo(Times.micros(shipped));
        assertThat(notice.estimatedArrivalAt()).isEqualTo(Times.micros(arrival));
        assertThat(notice.quantity()).isEqualByComparingTo("24");
    }

    @Test
    void aCreditNoteCreditsAndIsAnotherThingThanTheInvoiceOfItsNumber()
            throws UnknownUnitException {
        CreditNote note = new CreditNote(decimal("1"), "DZN", decimal("5"), "EUR", "I1");
        Invoice charge = new Invoice(decimal("1"), "DZN", decimal("5"), "EUR", null);

        InvoiceFact credit = (InvoiceFact) document(DocumentPurpose.ORIGINAL, note);
        InvoiceFact invoice = (InvoiceFact) document(DocumentPurpose.ORIGINAL, charge);

        assertThat(credit.credit()).isTrue();
        assertThat(credit.counts()).isTrue();
        assertThat(credit.booked()).isFalse();
        assertThat(credit.quantity()).isEqualByComparingTo("12");
        assertThat(credit.header().identity()).isEqualTo("credit-note/D1");
        assertThat(invoice.credit()).isFalse();
        assertThat(invoice.header().identity()).isEqualTo("invoice/D1");
    }

    @Test
    void aTechnicalAcknowledgementSaysHowOurDocumentWasTaken() throws UnknownUnitException {
        TechnicalFact fact =
                (TechnicalFact)
                        document(
                                DocumentPurpose.ORIGINAL,
                                new TechnicalAcknowledgement("0099", TechnicalOutcome.REJECTED));

        assertThat(fact.header().identity()).isEqualTo("technical/D1");
        assertThat(fact.outcome()).isEqualTo(TechnicalOutcome.REJECTED);
    }

    @Test
    void aHoldLastsUntilItIsReleasedOrItsDocumentIsTakenBack() throws UnknownUnitException {
        QualityHold held = new QualityHold("H3", false, decimal("4"), "C62", null);
        QualityHold released = new QualityHold("H3", true, decimal("4"), "C62", null);

        HoldFact standing = (HoldFact) document(DocumentPurpose.ORIGINAL, held);

        assertThat(standing.header().identity()).isEqualTo("hold/H3");
        assertThat(standing.quantity()).isEqualByComparingTo("4");
        assertThat(standing.released()).isFalse();
        assertThat(((HoldFact) document(DocumentPurpose.CANCEL, held)).released()).isTrue();
        assertThat(((HoldFact) document(DocumentPurpose.REPLACE, released)).released()).isTrue();
    }

    @Test
    void aClaimStandsUntilItIsTakenBack() throws UnknownUnitException {
        ReturnClaim body = new ReturnClaim("C5", decimal("3"), "PR", "scratched");

        ClaimFact claim = (ClaimFact) document(DocumentPurpose.ORIGINAL, body);

        assertThat(claim.header().identity()).isEqualTo("claim/C5");
        assertThat(claim.quantity()).isEqualByComparingTo("6");
        assertThat(claim.cancelled()).isFalse();
        assertThat(((ClaimFact) document(DocumentPurpose.CANCEL, body)).cancelled()).isTrue();
    }

    @Test
    void aQuantityInAUnitThatCannotBeConvertedIsRefused() {
        ShipNotice kilograms = new ShipNotice("S7", Heard.OCCURRED, null, decimal("2"), "KGM");

        assertThatThrownBy(() -> document(DocumentPurpose.ORIGINAL, kilograms))
                .isInstanceOf(UnknownUnitException.class)
                .hasMessageContaining("expected C62")
                .hasMessageContaining("found KGM");
    }

    @Test
    void aBodyThatTheContractDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> document(DocumentPurpose.ORIGINAL, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "supplier event.body: expected one of the contract's kinds but found"
                                + " nothing");
        assertThatThrownBy(() -> document(DocumentPurpose.ORIGINAL, "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but found String");
    }
}
