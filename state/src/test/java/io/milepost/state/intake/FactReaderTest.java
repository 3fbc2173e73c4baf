package io.milepost.state.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Heartbeat;
import io.milepost.events.Invoice;
import io.milepost.events.LineAnswer;
import io.milepost.events.OdooBill;
import io.milepost.events.PaymentState;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order is for ten pieces, unit C62. */
class FactReaderTest {

    private static final OrderFact ORDER = (OrderFact) Said.order(10, "2026-03-01").fact();
    private static final BigDecimal TEN = new BigDecimal("10.000000");

    @Test
    void aPaidBillWithoutADateWasPaidByTheTimeOdooSaidSo() throws UnknownUnitException {
        InvoiceFact bill = (InvoiceFact) FactReader.read(bill(PaymentState.PAID, null), ORDER);

        assertThat(bill.paid()).isTrue();
        assertThat(bill.paidAt()).isEqualTo(Times.micros(Heard.RECORDED));
    }

    @Test
    void aBillThatIsNotPaidHasNoDateEvenIfOdooHasOne() throws UnknownUnitException {
        OdooBill event = bill(PaymentState.PARTIAL, Heard.OCCURRED);
        InvoiceFact bill = (InvoiceFact) FactReader.read(event, ORDER);

        assertThat(bill.paid()).isFalse();
        assertThat(bill.paidAt()).isEqualTo(Times.NONE);
    }

    @Test
    void headersCarryTheThreeTimesToTheMicrosecond() throws UnknownUnitException {
        Fact fact = FactReader.read(bill(PaymentState.PAID, Heard.OCCURRED), ORDER);

        assertThat(fact.header().identity()).isEqualTo("bill/7");
        assertThat(fact.header().occurredAt()).isEqualTo(Times.micros(Heard.OCCURRED));
        assertThat(fact.header().recordedAt()).isEqualTo(Times.micros(Heard.RECORDED));
        assertThat(fact.header().knownAt()).isEqualTo(Times.micros(Heard.KNOWN));
    }

    @Test
    void quantitiesComeOutInTheOrdersUnit() throws UnknownUnitException {
        ScheduleLine dozen =
                new ScheduleLine(
                        1,
                        LineAnswer.ACCEPTED,
                        new BigDecimal("1.000000"),
                        "DZN",
                        Heard.OCCURRED,
                        null);
        AcknowledgementFact fact =
                (AcknowledgementFact)
                        FactReader.read(
                                supplier(
                                        DocumentPurpose.ORIGINAL,
                                        "1",
                                        "e1",
                                        new Acknowledgement(
                                                List.of(dozen), null, false, null, null)),
                                ORDER);

        assertThat(fact.schedule().get(0).quantity()).isEqualByComparingTo("12");
        assertThat(fact.schedule().get(0).promisedAt()).isEqualTo(Times.micros(Heard.OCCURRED));
    }

    @Test
    void aCancelledDocumentNoLongerCounts() throws UnknownUnitException {
        Invoice body = new Invoice(TEN, "C62", TEN, "EUR", null);
        InvoiceFact fact =
                (InvoiceFact)
                        FactReader.read(supplier(DocumentPurpose.CANCEL, "2", "e2", body), ORDER);

        assertThat(fact.counts()).isFalse();
        assertThat(fact.booked()).isFalse();
    }

    @Test
    void ofTwoIssuesOfOneMomentTheLaterInterchangeCounts() throws UnknownUnitException {
        Acknowledgement body = new Acknowledgement(List.of(), null, false, null, null);
        Fact first = FactReader.read(supplier(DocumentPurpose.ORIGINAL, "0001", "z", body), ORDER);
        Fact later = FactReader.read(supplier(DocumentPurpose.REPLACE, "0002", "a", body), ORDER);

        assertThat(later.header().identity()).isEqualTo(first.header().identity());
        assertThat(later.header().version()).isGreaterThan(first.header().version());
    }

    @Test
    void aCarriersStatusIsAFactOfItsOwn() throws UnknownUnitException {
        CarrierEvent event =
                new CarrierEvent(
                        Heard.envelope("c1"),
                        CarrierStatus.DELIVERED,
                        TimeClassifier.ACTUAL,
                        null,
                        null,
                        null);

        assertThat(FactReader.read(event, ORDER).header().identity()).isEqualTo("carrier/c1");
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> FactReader.read(new Heartbeat("t", 0, Heard.KNOWN), ORDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "event: expected a receipt, bill, supplier event or carrier event but found"
                                + " io.milepost.events.Heartbeat");
    }

    private static OdooBill bill(PaymentState payment, Instant paidAt) {
        return new OdooBill(
                Heard.envelope("b1"),
                1L,
                6L,
                7L,
                42L,
                4201L,
                "I1",
                BillKind.BILL,
                BillState.POSTED,
                TEN,
                "C62",
                TEN,
                "EUR",
                payment,
                paidAt);
    }

    private static SupplierEvent supplier(
            DocumentPurpose purpose, String control, String eventId, Object body) {
        return new SupplierEvent(
                Heard.envelope(eventId),
                new Document("D1", purpose, Heard.OCCURRED, control),
                "P00042",
                null,
                body);
    }
}
