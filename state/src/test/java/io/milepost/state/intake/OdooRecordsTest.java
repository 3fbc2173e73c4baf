package io.milepost.state.intake;

import static io.milepost.state.intake.Heard.OCCURRED;
import static io.milepost.state.intake.Heard.decimal;
import static io.milepost.state.intake.Heard.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.events.ReceiptKind;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.Times;
import io.milepost.state.fact.InvoiceFact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.Version;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What Odoo's own records say about the line. */
class OdooRecordsTest {

    private static final Instant CONFIRMED = Instant.parse("2026-02-02T00:00:00Z");
    private static final Instant PLANNED = Instant.parse("2026-03-01T00:00:00Z");

    static {
        TrustedEvents.trust();
    }

    @Test
    void anOrderLineIsToldAsOdooHasIt() {
        OrderFact order = FactReader.order(line().setConfirmedAt(CONFIRMED).build());

        assertThat(order)
                .isEqualTo(
                        new OrderFact(
                                order.header(),
                                "P00042",
                                OrderState.LOCKED,
                                true,
                                "acme",
                                "ITEM-1",
                                "valves",
                                "HAM",
                                "DAP",
                                decimal("10"),
                                "CT",
                                decimal("24"),
                                decimal("5"),
                                "EUR",
                                Times.micros(OCCURRED),
                                Times.micros(CONFIRMED),
                                Times.micros(PLANNED)));
        assertThat(order.header().identity()).isEqualTo(OrderFact.IDENTITY);
        assertThat(order.header().version()).isEqualTo(Version.of(17));
    }

    @Test
    void anOrderThatIsNotConfirmedHasNoTimeOfIt() {
        assertThat(FactReader.order(line().build()).confirmedAt()).isEqualTo(Times.NONE);
    }

    @Test
    void aReceiptIsOfGoodsUnlessOdooSaysThatItIsAService() throws UnknownUnitException {
        ReceiptFact goods = (ReceiptFact) Heard.fact(receipt(ReceiptKind.GOODS));
        ReceiptFact service = (ReceiptFact) Heard.fact(receipt(ReceiptKind.SERVICE));

        assertThat(goods.header().identity()).isEqualTo("receipt/31");
        assertThat(goods.direction()).isEqualTo(MoveDirection.RETURN);
        assertThat(goods.state()).isEqualTo(MoveState.DONE);
        assertThat(goods.quantity()).isEqualByComparingTo("12");
        assertThat(goods.service()).isFalse();
        assertThat(service.service()).isTrue();
    }

    @Test
    void aBillCountsWhileItIsPostedAndACreditNoteCredits() throws UnknownUnitException {
        InvoiceFact posted = (InvoiceFact) Heard.fact(bill(BillKind.BILL, BillState.POSTED));
        InvoiceFact draft = (InvoiceFact) Heard.fact(bill(BillKind.BILL, BillState.DRAFT));
        InvoiceFact credit = (InvoiceFact) Heard.fact(bill(BillKind.CREDIT_NOTE, BillState.POSTED));

        assertThat(posted.booked()).isTrue();
        assertThat(posted.counts()).isTrue();
        assertThat(posted.credit()).isFalse();
        assertThat(posted.number()).isEqualTo("I1");
        assertThat(draft.counts()).isFalse();
        assertThat(credit.credit()).isTrue();
    }

    private static OdooOrderLine.Builder line() {
        return OdooOrderLine.newBuilder()
                .setEnvelope(envelope("o1"))
                .setVersion(17)
                .setOrderId(42)
                .setLineId(4201)
                .setOrderName("P00042")
                .setOrderState(OrderState.LOCKED)
                .setCancelled(true)
                .setVendor("acme")
                .setOwnItem("ITEM-1")
                .setCategory("valves")
                .setWarehouse("HAM")
                .setIncoterm("DAP")
                .setQuantity(decimal("10"))
                .setUnit("CT")
                .setUnitFactor(decimal("24"))
                .setUnitPrice(decimal("5"))
                .setCurrency("EUR")
                .setOrderedAt(OCCURRED)
                .setPlannedAt(PLANNED);
    }

    private static OdooReceipt receipt(ReceiptKind kind) {
        return OdooReceipt.newBuilder()
                .setEnvelope(envelope("r1"))
                .setVersion(1)
                .setMoveId(31)
                .setOrderId(42)
                .setLineId(4201)
                .setDirection(MoveDirection.RETURN)
                .setState(MoveState.DONE)
                .setQuantity(decimal("1"))
                .setUnit("DZN")
                .setKind(kind)
                .build();
    }

    private static OdooBill bill(BillKind kind, BillState state) {
        return OdooBill.newBuilder()
                .setEnvelope(envelope("b1"))
                .setVersion(1)
                .setBillId(6)
                .setBillLineId(7)
                .setOrderId(42)
                .setLineId(4201)
                .setVendorReference("I1")
                .setKind(kind)
                .setState(state)
                .setQuantity(decimal("10"))
                .setUnit("C62")
                .setUnitPrice(decimal("5"))
                .setCurrency("EUR")
                .setPaymentState(PaymentState.NOT_PAID)
                .build();
    }
}
