package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.LineAnswer;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.PaymentState;
import io.milepost.events.ReceiptKind;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.TimedEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpiFeedTest {

    private static final String CREATE = "Create Purchase Order Item";
    private static final String RECEIVE = "Record Goods Receipt";
    private static final String INVOICE = "Record Invoice Receipt";
    private static final String CANCEL = "Cancel Invoice Receipt";
    private static final String CLEAR = "Clear Invoice";

    @TempDir private Path folder;

    @Test
    void anItemIsADraftUntilItIsOrdered() throws Exception {
        List<TimedEvent> events =
                new BpiRows()
                        .row("SRM: Created", "2018-01-01")
                        .row("SRM: Awaiting Approval", "2018-01-02")
                        .row(CREATE, "2018-01-03")
                        .row("SRM: Created", "2018-01-04")
                        .events(folder);

        assertThat(values(events, OdooOrderLine.class))
                .extracting(OdooOrderLine::getOrderState)
                .containsExactly(
                        OrderState.DRAFT,
                        OrderState.TO_APPROVE,
                        OrderState.PURCHASE,
                        OrderState.PURCHASE);
        OdooOrderLine last = values(events, OdooOrderLine.class).get(3);
        assertThat(last.getConfirmedAt()).isEqualTo(Instant.parse("2018-01-03T09:00:00Z"));
        assertThat(last.getOrderedAt()).isEqualTo(Instant.parse("2018-01-01T09:00:00Z"));
        assertThat(last.getVersion()).isEqualTo(4);
        assertThat(events.get(3).lineKey()).isEqualTo("bpic2019/companyID_0000/4507/10");
    }

    @Test
    void deletingCancelsTheItemUntilItIsReactivated() throws Exception {
        List<TimedEvent> events =
                new BpiRows()
                        .row(CREATE, "2018-01-01")
                        .row("Delete Purchase Order Item", "2018-01-02")
                        .row("Change Rejection Indicator", "2018-01-03")
                        .row("Reactivate Purchase Order Item", "2018-01-04")
                        .events(folder);

        assertThat(values(events, OdooOrderLine.class))
                .extracting(OdooOrderLine::getCancelled)
                .containsExactly(false, true, true, false);
    }

    @Test
    void aChangeTakesTheRowsWorthAndANoteLeavesItAsItWas() throws Exception {
        List<TimedEvent> events =
                new BpiRows()
                        .row(CREATE, "2018-01-01", "100.0")
                        .row("Change Price", "2018-01-02", "90.0")
                        .row("Remove Payment Block", "2018-01-03", "180.0")
                        .row("Sing A Song", "2018-01-04", "1.0")
                        .events(folder);

        assertThat(values(events, OdooOrderLine.class))
                .extracting(line -> line.getUnitPrice().intValueExact())
                .containsExactly(100, 90, 90, 90);
        assertThat(BpiFeed.of(BpiLog.read(folder.resolve("log.csv"))).unknown())
                .containsOnlyKeys("Sing A Song");
    }

    @Test
    void rowsThatSayTheSameAreEventsOfTheirOwn() throws Exception {
        List<TimedEvent> events =
                new BpiRows()
                        .row(CREATE, "2018-01-01")
                        .row(RECEIVE, "2018-01-02")
                        .row(RECEIVE, "2018-01-02")
                        .row("Cancel Goods Receipt", "2018-01-02")
                        .row("Record Service Entry Sheet", "2018-01-02")
                        .events(folder);

        List<OdooReceipt> receipts = values(events, OdooReceipt.class);
        assertThat(receipts).extracting(OdooReceipt::getMoveId).doesNotHaveDuplicates();
        assertThat(receipts)
                .extracting(receipt -> receipt.getEnvelope().getEventId())
                .containsExactly(
                        "bpic2019-4507_00010-1",
                        "bpic2019-4507_00010-2",
                        "bpic2019-4507_00010-3",
                        "bpic2019-4507_00010-4");
        assertThat(receipts)
                .extracting(receipt -> receipt.getQuantity().intValueExact())
                .containsExactly(1, 1, -1, 0);
        assertThat(receipts)
                .extracting(OdooReceipt::getKind)
                .containsExactly(
                        ReceiptKind.GOODS,
                        ReceiptKind.GOODS,
                        ReceiptKind.GOODS,
                        ReceiptKind.SERVICE);
    }

    @Test
    void theNewestInvoiceIsTakenBackAndClearedBeforeTheOthersArePaid() throws Exception {
        List<OdooBill> bills =
                bills(
                        new BpiRows()
                                .row(CREATE, "2018-01-01")
                                .row(INVOICE, "2018-01-02")
                                .row(INVOICE, "2018-01-03")
                                .row(CANCEL, "2018-01-04")
                                .row(CLEAR, "2018-01-05")
                                .row(CLEAR, "2018-01-06"));

        long first = bills.get(0).getBillLineId();
        long second = bills.get(1).getBillLineId();
        assertThat(bills)
                .extracting(OdooBill::getBillLineId)
                .containsExactly(first, second, second, second, first);
        assertThat(bills.get(2).getState()).isEqualTo(BillState.CANCELLED);
        assertThat(bills.get(3).getState()).isEqualTo(BillState.CANCELLED);
        assertThat(bills.get(3).getPaymentState()).isEqualTo(PaymentState.PAID);
        assertThat(bills.get(4).getPaidAt()).isEqualTo(Instant.parse("2018-01-06T09:00:00Z"));
        assertThat(bills.get(4).getEnvelope().getOccurredAt())
                .isEqualTo(Instant.parse("2018-01-02T09:00:00Z"));
        assertThat(bills).extracting(OdooBill::getVersion).isSorted();
    }

    @Test
    void whatTheLogDoesNotHaveIsTakenBackAsACreditNoteAndPaidWithoutAQuantity() throws Exception {
        List<OdooBill> bills =
                bills(
                        new BpiRows()
                                .row(CREATE, "2018-01-01")
                                .row(CLEAR, "2018-01-02")
                                .row(CANCEL, "2018-01-03"));

        assertThat(bills.get(0).getPaymentState()).isEqualTo(PaymentState.PAID);
        assertThat(bills.get(0).getQuantity()).isZero();
        assertThat(bills.get(1).getKind()).isEqualTo(BillKind.CREDIT_NOTE);
        assertThat(bills.get(1).getQuantity()).isOne();
        assertThat(bills.get(1).getBillLineId()).isNotEqualTo(bills.get(0).getBillLineId());
    }

    @Test
    void aCorrectionOfValueHasNoQuantityAndOnlyItsReversalTakesItBack() throws Exception {
        List<OdooBill> bills =
                bills(
                        new BpiRows()
                                .row(CREATE, "2018-01-01")
                                .row(INVOICE, "2018-01-02")
                                .row("Record Subsequent Invoice", "2018-01-03")
                                .row(CANCEL, "2018-01-04")
                                .row("Cancel Subsequent Invoice", "2018-01-05"));

        assertThat(bills.get(1).getQuantity()).isZero();
        assertThat(bills.get(2).getBillLineId()).isEqualTo(bills.get(0).getBillLineId());
        assertThat(bills.get(3).getBillLineId()).isEqualTo(bills.get(1).getBillLineId());
        assertThat(bills.get(3).getState()).isEqualTo(BillState.CANCELLED);
    }

    @Test
    void aConfirmationAcceptsTheWholeItemWithoutADate() throws Exception {
        SupplierEvent event =
                values(
                                new BpiRows()
                                        .row(CREATE, "2018-01-01")
                                        .row("Update Order Confirmation", "2018-01-02")
                                        .events(folder),
                                SupplierEvent.class)
                        .get(0);

        assertThat(event.getEnvelope().getPartner()).isEqualTo("vendorID_0001");
        assertThat(event.getLine().getLineId()).isEqualTo(10);
        Acknowledgement body = (Acknowledgement) event.getBody();
        assertThat(body.getSchedule().get(0).getAnswer()).isEqualTo(LineAnswer.ACCEPTED);
        assertThat(body.getSchedule().get(0).getPromisedAt()).isNull();
    }

    @Test
    void aLineThatDoesNotBeginWithItsOrderIsSentItsOrderFirst() throws Exception {
        BpiFeed feed =
                BpiFeed.of(
                        new BpiRows()
                                .row(INVOICE, "1948-01-26")
                                .row(RECEIVE, "2018-01-02")
                                .row(CREATE, "2018-01-03")
                                .log(folder));

        assertThat(feed.brought()).isEqualTo(1);
        TimedEvent first = feed.events().get(0);
        assertThat(first.value()).isInstanceOf(OdooOrderLine.class);
        assertThat(first.atMicros()).isEqualTo(feed.events().get(1).atMicros()).isNegative();
        assertThat(Instant.parse("2018-01-03T09:00:00Z"))
                .isEqualTo(((OdooOrderLine) first.value()).getEnvelope().getKnownAt());
    }

    private List<OdooBill> bills(BpiRows rows) throws Exception {
        return values(rows.events(folder), OdooBill.class);
    }

    private static <T> List<T> values(List<TimedEvent> events, Class<T> type) {
        return events.stream()
                .filter(event -> type.isInstance(event.value()))
                .map(event -> type.cast(event.value()))
                .toList();
    }
}
