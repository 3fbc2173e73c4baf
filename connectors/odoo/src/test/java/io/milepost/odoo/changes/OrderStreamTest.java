package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.ReceiptKind;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of order lines, and when. */
class OrderStreamTest {

    private final Shop shop = Shop.reading(ChangeStream.ORDERS);
    private final FakeOdoo odoo = shop.odoo;

    @Test
    void aLineIsToldWholeWithItsHeader() throws Exception {
        shop.order(42);

        OdooOrderLine line = shop.poll(OdooOrderLine.class).get(0);

        assertThat(line.getOrderId()).isEqualTo(42);
        assertThat(line.getLineId()).isEqualTo(42);
        assertThat(line.getOrderName()).isEqualTo("P42");
        assertThat(line.getLineNumber()).isNull();
        assertThat(line.getOrderState()).isEqualTo(OrderState.PURCHASE);
        assertThat(line.getCancelled()).isFalse();
        assertThat(line.getVendor()).isEqualTo("44");
        assertThat(line.getVendorName()).isEqualTo("Acme Fasteners");
        assertThat(line.getVendorItem()).isEqualTo("AC-M8");
        assertThat(line.getOwnItem()).isEqualTo("M8-BOLT");
        assertThat(line.getGtin()).isEqualTo("4012345678901");
        assertThat(line.getDescription()).isEqualTo("[M8-BOLT] M8 bolt");
        assertThat(line.getCategory()).isEqualTo("All / Bolts");
        assertThat(line.getWarehouse()).isEqualTo("HAM");
        assertThat(line.getIncoterm()).isEqualTo("DAP");
        assertThat(line.getQuantity()).isEqualTo(new BigDecimal("100.000000"));
        assertThat(line.getUnit()).isEqualTo("C62");
        assertThat(line.getUnitFactor()).isEqualTo(new BigDecimal("1.000000"));
        assertThat(line.getUnitPrice()).isEqualTo(new BigDecimal("1.100000"));
        assertThat(line.getCurrency()).isEqualTo("EUR");
        assertThat(line.getOrderedAt()).isEqualTo(Instant.parse("2026-02-27T09:00:00Z"));
        assertThat(line.getConfirmedAt()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(line.getPlannedAt()).isEqualTo(Instant.parse("2026-04-01T08:00:00Z"));
    }

    @Test
    void theEnvelopeSaysWhenItWasWrittenAndWhenItCouldBeKnown() throws Exception {
        shop.order(42);

        OdooOrderLine line = shop.poll(OdooOrderLine.class).get(0);

        long horizon = shop.heartbeat().orElseThrow();
        assertThat(line.getVersion()).isEqualTo(horizon);
        assertThat(line.getEnvelope().getKnownAt()).isEqualTo(OdooTimes.instant(horizon));
        assertThat(line.getEnvelope().getRecordedAt())
                .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"))
                .isEqualTo(line.getEnvelope().getOccurredAt());
        assertThat(line.getEnvelope().getEventId())
                .isEqualTo("odoo-acme-purchase.order.line-42-" + horizon);
        assertThat(line.getEnvelope().getCompany()).isEqualTo("1");
        assertThat(line.getEnvelope().getPartner()).isNull();
    }

    @Test
    void theWholeOrderIsToldToo() throws Exception {
        shop.order(42);
        odoo.put("purchase.order.line", 43, Shop.line(42));
        odoo.put("purchase.order.line", 43, values("sequence", 5));

        OdooOrder order = shop.poll(OdooOrder.class).get(0);

        assertThat(order.getVendorReference()).isEqualTo("ACME-Q-77");
        assertThat(order.getLines()).extracting(item -> item.getLineId()).containsExactly(43L, 42L);
    }

    @Test
    void theDiscountOfALineIsOffItsPrice() throws Exception {
        shop.order(42);
        odoo.put("purchase.order.line", 42, values("price_unit", 10.0, "discount", 12.5));

        assertThat(shop.poll())
                .extracting(
                        event ->
                                event instanceof OdooOrder order
                                        ? order.getLines().get(0).getUnitPrice()
                                        : ((OdooOrderLine) event).getUnitPrice())
                .containsExactly(new BigDecimal("8.750000"), new BigDecimal("8.750000"));
    }

    @Test
    void aValueThatIsWrittenAgainIsNotNews() throws Exception {
        shop.order(42);
        shop.poll();

        shop.date(42, "2026-04-01 08:00:00");

        assertThat(shop.poll()).isEmpty();
    }

    @Test
    void anEditInTheSameSecondAsOursIsNotLost() throws Exception {
        shop.order(42);
        shop.poll();

        shop.date(42, "2026-04-10 08:00:00");
        assertThat(shop.poll(OdooOrderLine.class)).hasSize(1);
        shop.date(42, "2026-04-11 08:00:00");

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getPlannedAt)
                .containsExactly(Instant.parse("2026-04-11T08:00:00Z"));
    }

    @Test
    void aRowThatIsWrittenWhileItIsReadIsToldOnceAndVersionsRise() throws Exception {
        shop.order(42);
        shop.poll();
        shop.date(42, "2026-04-10 08:00:00");
        // After the page of changed lines was read and before the line itself is.
        odoo.afterNextCall(() -> odoo.afterNextCall(() -> shop.date(42, "2026-04-20 08:00:00")));

        List<OdooOrderLine> told = new ArrayList<>(shop.poll(OdooOrderLine.class));
        told.addAll(shop.poll(OdooOrderLine.class));

        assertThat(told)
                .extracting(OdooOrderLine::getPlannedAt)
                .containsExactly(Instant.parse("2026-04-20T08:00:00Z"));
    }

    @Test
    void aChangeOfTheHeaderTellsEveryLine() throws Exception {
        shop.order(42);
        odoo.put("purchase.order.line", 43, Shop.line(42));
        shop.poll();

        odoo.put("purchase.order", 42, values("state", "cancel"));

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getOrderState)
                .containsExactly(OrderState.CANCELLED, OrderState.CANCELLED);
    }

    @Test
    void aChangeOfWhatALineIsMadeOfTellsItAgain() throws Exception {
        shop.order(42);
        shop.poll();

        odoo.put("res.partner", 44, values("name", "Acme Ltd"));
        assertThat(shop.poll(OdooOrderLine.class)).hasSize(1);
        odoo.put("product.product", 51, values("barcode", "4012345678918"));
        assertThat(shop.poll(OdooOrderLine.class)).hasSize(1);
        odoo.put("product.supplierinfo", 30, values("product_code", "AC-M8-X"));
        assertThat(shop.poll(OdooOrderLine.class)).hasSize(1);
        odoo.put("product.category", 9, values("complete_name", "All / Screws"));
        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getCategory, OdooOrderLine::getVendorItem)
                .containsExactly(tuple("All / Screws", "AC-M8-X"));
    }

    @Test
    void aProductThatIsWrittenForOtherReasonsCostsNothing() throws Exception {
        shop.order(42);
        shop.poll();
        odoo.put("product.product", 51, values("standard_price", 2));
        shop.poll();
        int before = odoo.calls().size();

        odoo.put("product.product", 51, values("standard_price", 3));

        assertThat(shop.poll()).isEmpty();
        assertThat(odoo.calls().subList(before, odoo.calls().size()))
                .hasSize(ChangeStream.ORDERS.models().size());
    }

    @Test
    void aServiceThatIsEnteredByHandIsAReceipt() throws Exception {
        shop.order(42);
        odoo.put("purchase.order.line", 42, values("qty_received_method", "manual"));
        assertThat(shop.poll(OdooReceipt.class)).isEmpty();

        odoo.put("purchase.order.line", 42, values("qty_received", 2.5));
        OdooReceipt receipt = shop.poll(OdooReceipt.class).get(0);

        assertThat(receipt.getKind()).isEqualTo(ReceiptKind.SERVICE);
        assertThat(receipt.getMoveId()).isEqualTo(-42);
        assertThat(receipt.getQuantity()).isEqualTo(new BigDecimal("2.500000"));
        odoo.put("purchase.order.line", 42, values("qty_received", 0.0));
        assertThat(shop.poll(OdooReceipt.class))
                .extracting(OdooReceipt::getQuantity)
                .containsExactly(new BigDecimal("0.000000"));
    }

    @Test
    void anUnknownUnitKeepsItsName() throws Exception {
        shop.order(42);
        shop.order(43);
        odoo.put("purchase.order.line", 42, values("product_uom", 3));
        odoo.put("purchase.order.line", 43, values("product_uom", 2));

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getUnit, line -> line.getUnitFactor().intValue())
                .containsExactly(tuple("Box of 24", 24), tuple("DZN", 12));
    }

    @Test
    void whatCannotBeToldIsNamedAndHoldsNothingUp() throws Exception {
        shop.order(42);
        shop.order(43);
        odoo.put("purchase.order.line", 42, values("product_qty", new BigDecimal("1E+13")));

        assertThat(shop.poll(OdooOrderLine.class))
                .extracting(OdooOrderLine::getLineId)
                .containsExactly(43L);
        assertThat(shop.unmapped())
                .contains(
                        new UnmappedRow(
                                "purchase.order.line",
                                42,
                                "product_qty: expected up to 12 digits before the point but found"
                                        + " 10000000000000"));
    }

    @Test
    void aFailureLosesNothing() throws Exception {
        shop.order(42);
        shop.poll();
        for (int failing = 0; failing < 12; failing++) {
            shop.date(42, "2026-05-0" + (1 + failing % 2) + " 08:00:00");
            List<OdooOrderLine> told = new ArrayList<>();
            int calls = failing;
            odoo.pass(1);
            boolean idle = false;
            while (!idle) {
                if (calls-- == 0) {
                    odoo.failNext(Failure.OUTCOME_UNKNOWN);
                }
                try {
                    ChangeBatch batch = shop.reader().step();
                    batch.events().stream()
                            .map(ChangeEvent::event)
                            .filter(OdooOrderLine.class::isInstance)
                            .forEach(event -> told.add((OdooOrderLine) event));
                    idle = batch.idle();
                } catch (OdooException e) {
                    assertThat(e).hasMessage("on purpose");
                }
            }
            assertThat(told).hasSize(1);
        }
    }
}
