package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.BillKind;
import io.milepost.events.BillState;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooReceipt;
import io.milepost.events.PaymentState;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptAndBillStreamTest {

    private static Shop receipts() {
        Shop shop = Shop.reading(ChangeStream.RECEIPTS);
        shop.order(42);
        shop.odoo.put("stock.picking", 21, transfer("WH/IN/00007", "incoming"));
        shop.odoo.put("stock.move", 43, move());
        return shop;
    }

    private static Map<String, Object> transfer(String name, String code) {
        return values("name", name, "picking_type_code", code, "company_id", 1);
    }

    private static Map<String, Object> move() {
        return values(
                "purchase_line_id",
                42,
                "picking_id",
                21,
                "state",
                "assigned",
                "product_uom_qty",
                100.0,
                "quantity",
                0.0,
                "product_uom",
                1,
                "date",
                "2026-04-01 08:00:00",
                "company_id",
                1);
    }

    @Test
    void aReceiptIsToldAsItIsPlannedAndAsItIsDone() throws Exception {
        Shop shop = receipts();

        OdooReceipt planned = shop.poll(OdooReceipt.class).get(0);
        assertThat(planned.getMoveId()).isEqualTo(43);
        assertThat(planned.getOrderId()).isEqualTo(42);
        assertThat(planned.getLineId()).isEqualTo(42);
        assertThat(planned.getReceiptName()).isEqualTo("WH/IN/00007");
        assertThat(planned.getDirection()).isEqualTo(MoveDirection.INBOUND);
        assertThat(planned.getState()).isEqualTo(MoveState.PLANNED);
        assertThat(planned.getQuantity()).isEqualTo(new BigDecimal("100.000000"));
        assertThat(planned.getUnit()).isEqualTo("C62");
        assertThat(planned.getPlannedAt()).isEqualTo(Instant.parse("2026-04-01T08:00:00Z"));

        shop.odoo.put(
                "stock.move",
                43,
                values("state", "done", "quantity", 40.0, "date", "2026-03-30 13:38:00"));
        OdooReceipt done = shop.poll(OdooReceipt.class).get(0);
        assertThat(done.getState()).isEqualTo(MoveState.DONE);
        assertThat(done.getQuantity()).isEqualTo(new BigDecimal("40.000000"));
        assertThat(done.getPlannedAt()).isNull();
        assertThat(done.getEnvelope().getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-30T13:38:00Z"));
        assertThat(done.getVersion()).isGreaterThan(planned.getVersion());
    }

    @Test
    void aTransferThatChangesAloneTellsItsMoves() throws Exception {
        Shop shop = receipts();
        shop.poll();

        shop.odoo.put("stock.picking", 21, values("carrier_tracking_ref", "1Z999"));

        // A field that the server did not have when it was first asked is not read.
        assertThat(shop.poll()).isEmpty();
        shop.restart();
        shop.odoo.put("stock.picking", 21, values("carrier_tracking_ref", "1Z998"));
        assertThat(shop.poll(OdooReceipt.class))
                .extracting(receipt -> receipt.getEnvelope().getReferences())
                .containsExactly(
                        List.of(
                                new Reference(ReferenceType.RECEIPT, "WH/IN/00007"),
                                new Reference(ReferenceType.TRACKING_NUMBER, "1Z998")));
    }

    @Test
    void whatGoesBackToTheVendorIsAReturn() throws Exception {
        Shop shop = receipts();
        shop.odoo.put("stock.picking", 22, transfer("WH/OUT/00003", "outgoing"));
        shop.odoo.put("stock.move", 44, move());
        shop.odoo.put("stock.move", 44, values("picking_id", 22, "state", "cancel"));

        assertThat(shop.poll(OdooReceipt.class))
                .extracting(OdooReceipt::getDirection, OdooReceipt::getState)
                .containsExactly(
                        tuple(MoveDirection.INBOUND, MoveState.PLANNED),
                        tuple(MoveDirection.RETURN, MoveState.CANCELLED));
    }

    @Test
    void movesWithoutAnOrderAreNobodysReceipts() throws Exception {
        Shop shop = receipts();
        shop.odoo.put("stock.move", 43, values("purchase_line_id", false));

        assertThat(shop.poll()).isEmpty();
    }

    private static Shop bills() {
        return bills(18);
    }

    private static Shop bills(int series) {
        Shop shop = Shop.reading(ChangeStream.BILLS, series);
        shop.order(42);
        shop.odoo.put(
                "account.move",
                25,
                values(
                        "ref", "ACME-INV-1",
                        "move_type", "in_invoice",
                        "state", "draft",
                        "payment_state", "not_paid",
                        "invoice_date", "2026-03-23",
                        "currency_id", 1,
                        "company_id", 1));
        shop.odoo.put(
                "account.move.line",
                69,
                values(
                        "move_id", 25,
                        "purchase_line_id", 42,
                        "quantity", 40.0,
                        "price_unit", 1.1,
                        "company_id", 1));
        return shop;
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18})
    void aBillIsToldByItsLinesWithItsStateAndHowFarItIsPaid(int series) throws Exception {
        Shop shop = bills(series);

        OdooBill bill = shop.poll(OdooBill.class).get(0);
        assertThat(bill.getBillId()).isEqualTo(25);
        assertThat(bill.getBillLineId()).isEqualTo(69);
        assertThat(bill.getOrderId()).isEqualTo(42);
        assertThat(bill.getLineId()).isEqualTo(42);
        assertThat(bill.getVendorReference()).isEqualTo("ACME-INV-1");
        assertThat(bill.getKind()).isEqualTo(BillKind.BILL);
        assertThat(bill.getState()).isEqualTo(BillState.DRAFT);
        assertThat(bill.getQuantity()).isEqualTo(new BigDecimal("40.000000"));
        // Of the order's line, because the bill's own is not there.
        assertThat(bill.getUnit()).isEqualTo("C62");
        assertThat(bill.getUnitPrice()).isEqualTo(new BigDecimal("1.100000"));
        assertThat(bill.getCurrency()).isEqualTo("EUR");
        assertThat(bill.getEnvelope().getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-23T00:00:00Z"));

        shop.odoo.put("account.move", 25, values("state", "posted", "payment_state", "paid"));
        assertThat(shop.poll(OdooBill.class))
                .extracting(OdooBill::getState, OdooBill::getPaymentState, OdooBill::getPaidAt)
                .containsExactly(tuple(BillState.POSTED, PaymentState.PAID, null));
    }

    @Test
    void theDiscountOfABillsLineIsOffItsPrice() throws Exception {
        Shop shop = bills();
        shop.odoo.put("account.move.line", 69, values("price_unit", 10.0, "discount", 12.5));

        assertThat(shop.poll(OdooBill.class).get(0).getUnitPrice())
                .isEqualTo(new BigDecimal("8.750000"));
    }

    @Test
    void aRefundAndANegativeLineAreCreditNotes() throws Exception {
        Shop shop = bills();
        shop.poll();

        shop.odoo.put("account.move", 25, values("move_type", "in_refund"));
        assertThat(shop.poll(OdooBill.class))
                .extracting(OdooBill::getKind)
                .containsExactly(BillKind.CREDIT_NOTE);
        shop.odoo.put("account.move", 25, values("move_type", "in_invoice"));
        shop.odoo.put("account.move.line", 69, values("quantity", -3.0));
        assertThat(shop.poll(OdooBill.class))
                .extracting(OdooBill::getKind, bill -> bill.getQuantity().intValue())
                .containsExactly(tuple(BillKind.CREDIT_NOTE, 3));
    }

    @Test
    void entriesThatAreNoBillsAreNotTold() throws Exception {
        Shop shop = bills();
        shop.odoo.put("account.move", 25, values("move_type", "entry"));
        shop.poll();

        shop.odoo.put("account.move.line", 69, values("quantity", 41.0));

        assertThat(shop.poll()).isEmpty();
    }
}
