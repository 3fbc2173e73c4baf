package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CaptureLog.LATER;
import static io.milepost.odoo.changes.CaptureLog.PLANNED;
import static io.milepost.odoo.changes.CaptureLog.line;
import static io.milepost.odoo.changes.CaptureLog.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Which events are made of which rows. */
class CapturedEventsTest {

    private static final BigDecimal NOTHING = new BigDecimal("0.000000");
    private static final BigDecimal HUNDRED = new BigDecimal("100.000000");

    private final CaptureLog log = new CaptureLog().furnish().orderAsOdooWritesIt(28);

    @Test
    void theEventIsTheOneThatPollingMakes() throws Exception {
        Shop shop = Shop.reading(ChangeStream.ORDERS);
        shop.order(28);
        List<SpecificRecord> polled = shop.poll();

        LogFollower told = LogFollower.of(log);

        assertThat(polled).as("the order and its line").hasSize(2);
        assertThat(told.events(SpecificRecord.class))
                .extracting(CapturedEventsTest::content)
                .containsExactlyInAnyOrderElementsOf(
                        polled.stream().map(CapturedEventsTest::content).toList());
    }

    /** All but the envelope and the version, which say when and how it was learned. */
    private static String content(SpecificRecord event) {
        event.put(0, Draft.envelope(Shop.ORIGIN, Instant.EPOCH, List.of()));
        event.put(1, 0L);
        return event.toString();
    }

    @Test
    void aPartNamesTheLineThatItWasSplitOffFrom() {
        log.begin()
                .insert("purchase_order_line", 29, line(28, LATER))
                .insert(
                        "x_milepost_effect",
                        7,
                        values("x_name", "purchase.order.line,29,split_of", "x_value", "28"))
                .insert(
                        "x_milepost_effect",
                        8,
                        values("x_name", "purchase.order.line,28,product_qty", "x_value", "60"))
                .insert("x_milepost_effect", 9, values("x_name", "command-1", "x_kind", "NOTE"))
                .commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .extracting(
                        OdooOrderLine::getLineId,
                        OdooOrderLine::getSplitOf,
                        OdooOrderLine::getSplitBefore,
                        OdooOrderLine::getSplitAfter)
                .containsExactly(
                        tuple(28L, null, null, null),
                        tuple(28L, null, NOTHING, HUNDRED),
                        tuple(29L, 28L, HUNDRED, NOTHING));
        assertThat(told.kept())
                .filteredOn(key -> key.contains("row/x_milepost"))
                .as("of all effects only the split")
                .hasSize(1);
    }

    @Test
    void aDeletionIsToldAndSoIsThatOfAWholeOrder() {
        log.orderAsOdooWritesIt(29);
        log.begin().delete("purchase_order_line", 28).commit();
        log.begin().delete("purchase_order", 29).delete("purchase_order_line", 29).commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .extracting(OdooOrderLine::getLineId, OdooOrderLine::getCancelled)
                .containsExactly(
                        tuple(28L, false), tuple(29L, false), tuple(28L, true), tuple(29L, true));
    }

    @Test
    void whatLinesAreMadeOfTellsThemAgain() {
        log.begin().update("product_category", 9, values("complete_name", "All / Screws")).commit();
        log.begin().update("res_partner", 44, values("name", "Acme & Daughters")).commit();
        log.begin()
                .update(
                        "product_product",
                        51,
                        values("default_code", "M8-ZN", "product_tmpl_id", 40))
                .commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .extracting(
                        OdooOrderLine::getCategory,
                        OdooOrderLine::getVendorName,
                        OdooOrderLine::getOwnItem)
                .containsExactly(
                        tuple("All / Bolts", "Acme Fasteners", "M8-BOLT"),
                        tuple("All / Screws", "Acme Fasteners", "M8-BOLT"),
                        tuple("All / Screws", "Acme & Daughters", "M8-BOLT"),
                        tuple("All / Screws", "Acme & Daughters", "M8-ZN"));
    }

    @Test
    void aReceiptIsToldAndAgainWhenItsTransferGetsATrackingReference() {
        Map<String, Object> transfer =
                values("name", "WH/IN/1", "picking_type_id", 1, "company_id", 1);
        log.begin()
                .insert("stock_picking", 60, transfer)
                .insert("stock_move", 70, move())
                .insert("stock_move", 71, values("company_id", 1, "picking_id", 60))
                .commit();
        transfer.put("carrier_tracking_ref", "1Z999");
        log.begin().update("stock_picking", 60, transfer).commit();

        LogFollower told = LogFollower.of(log);

        Reference receipt = new Reference(ReferenceType.RECEIPT, "WH/IN/1");
        assertThat(told.events(OdooReceipt.class))
                .extracting(
                        OdooReceipt::getMoveId,
                        OdooReceipt::getLineId,
                        OdooReceipt::getQuantity,
                        event -> event.getEnvelope().getReferences())
                .containsExactly(
                        tuple(70L, 28L, HUNDRED, List.of(receipt)),
                        tuple(
                                70L,
                                28L,
                                HUNDRED,
                                List.of(
                                        receipt,
                                        new Reference(ReferenceType.TRACKING_NUMBER, "1Z999"))));
    }

    private static Map<String, Object> move() {
        return values(
                "company_id",
                1,
                "picking_id",
                60,
                "purchase_line_id",
                28,
                "state",
                "assigned",
                "product_uom_qty",
                100.0,
                "product_uom",
                1,
                "date",
                CaptureLog.micros(PLANNED));
    }

    @Test
    void aVendorsBillIsToldLessItsDiscountAndACustomersIsNot() {
        log.begin()
                .insert("account_move", 80, bill("in_invoice"))
                .insert("account_move_line", 90, billLine(80))
                .insert("account_move", 81, bill("out_invoice"))
                .insert("account_move_line", 91, billLine(81))
                .commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooBill.class))
                .extracting(
                        OdooBill::getLineId,
                        OdooBill::getQuantity,
                        OdooBill::getUnitPrice,
                        bill -> bill.getEnvelope().getOccurredAt())
                .containsExactly(
                        tuple(
                                28L,
                                new BigDecimal("40.000000"),
                                new BigDecimal("0.990000"),
                                Instant.parse("2026-02-16T00:00:00Z")));
    }

    /** Posted on the 20,500th day since 1970. */
    private static Map<String, Object> bill(String type) {
        return values(
                "move_type",
                type,
                "state",
                "posted",
                "ref",
                "INV-1",
                "company_id",
                1,
                "currency_id",
                1,
                "date",
                20_500);
    }

    private static Map<String, Object> billLine(long bill) {
        return values(
                "move_id",
                bill,
                "purchase_line_id",
                28,
                "company_id",
                1,
                "product_uom_id",
                1,
                "quantity",
                "40",
                "price_unit",
                "1.10",
                "discount",
                "10");
    }
}
