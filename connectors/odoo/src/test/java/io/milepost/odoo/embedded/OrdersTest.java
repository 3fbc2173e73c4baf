package io.milepost.odoo.embedded;

import static io.milepost.odoo.embedded.Shop.DECEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.odoo.embedded.desk.Buying;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with orders, and what Odoo refuses them. */
class OrdersTest {
    private static final String ORDER = "purchase.order";
    private static final String LINE = "purchase.order.line";
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(EmbeddedOdooOptions.version18());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String of(String model, long id, String field) {
        return shop.desk.read(model, id, field).asText();
    }

    @Test
    void anOrderIsReceivedInPartsBilledPaidAndCredited() {
        shop.desk.receipts().receive(shop.line, 40);
        assertThat(of(ORDER, shop.order, "receipt_status")).isEqualTo("partial");
        shop.desk.receipts().receiveAll(shop.order);
        assertThat(of(ORDER, shop.order, "receipt_status")).isEqualTo("full");
        assertThat(of(LINE, shop.line, "qty_received")).isEqualTo("100.0");
        long bill = shop.desk.receipts().bill(shop.order, "INV-1", "2026-12-12");
        assertThat(of(ORDER, shop.order, "invoice_status")).isEqualTo("invoiced");
        assertThat(of("account.move", bill, "amount_total")).isEqualTo("126.5");
        shop.desk.receipts().pay(bill);
        assertThat(of("account.move", bill, "amount_residual")).isEqualTo("0.0");
        shop.desk.receipts().credit(shop.line, 10, 1.1, "CN-1", "2026-12-13");
        assertThat(of(LINE, shop.line, "qty_invoiced")).isEqualTo("90.0");
    }

    @Test
    void whatCameInIsReturnedByAReceiptTheOtherWayRound() {
        shop.desk.receipts().receiveAll(shop.order);
        shop.desk.receipts().giveBack(shop.line, 25);
        assertThat(of(LINE, shop.line, "qty_received")).isEqualTo("75.0");
        assertThat(shop.odoo.counts().returns(shop.order)).isEqualTo(1);
    }

    @Test
    void anOrderOfWhichGoodsCameInCannotBeCancelled() {
        shop.desk.receipts().receive(shop.line, 40);
        assertThatThrownBy(() -> shop.desk.buying().cancel(shop.order))
                .hasMessageContaining("receipts that are already done");
    }

    @Test
    void aCancelledOrderTakesWritesAndCanBeDeletedWithItsLines() {
        shop.desk.buying().cancel(shop.order);
        shop.desk.buying().setDate(shop.line, "2027-01-10 08:00:00");
        assertThat(shop.date()).isEqualTo("2027-01-10 08:00:00");
        shop.desk.buying().deleteOrder(shop.order);
        assertThat(shop.desk.read(ORDER, shop.order, "name")).isNull();
        assertThat(shop.desk.read(LINE, shop.line, "name")).isNull();
    }

    @Test
    void aLockedOrderTakesQuantitiesThatReachNoReceipt() {
        shop.desk.buying().lock(shop.order, 18);
        shop.desk.buying().setQuantity(shop.line, 70, DECEMBER);
        long move = shop.desk.find("stock.move", "purchase_line_id", shop.line).get(0);
        assertThat(of("stock.move", move, "product_uom_qty")).isEqualTo("100.0");
    }

    @Test
    void aConfirmationRemembersThePriceAndTheLowestPriceWinsLater() {
        assertThat(shop.desk.find("product.supplierinfo", "partner_id", shop.vendor)).hasSize(1);
        shop.desk.create(
                "product.supplierinfo",
                Map.of(
                        "partner_id",
                        shop.vendor,
                        "product_id",
                        shop.product,
                        "price",
                        0.9,
                        "min_qty",
                        50,
                        "delay",
                        7));
        shop.desk.buying().setQuantityAlone(shop.line, 60);
        assertThat(of(LINE, shop.line, "price_unit")).isEqualTo("0.9");
    }

    @Test
    void aLineThatIsAddedToAConfirmedOrderIsExpectedWithTheOthers() {
        long added =
                shop.desk
                        .buying()
                        .addLine(shop.order, new Buying.Line(shop.product, 5, 2, DECEMBER));
        long move = shop.desk.find("stock.move", "purchase_line_id", added).get(0);
        assertThat(shop.desk.read("stock.move", move, "picking_id").asLong())
                .isEqualTo(shop.desk.receipts().open(shop.order));
        assertThatThrownBy(() -> shop.desk.buying().deleteLine(added))
                .hasMessageContaining("Cannot delete a purchase order line");
    }

    @Test
    void aTrackingReferenceTouchesTheReceiptAndNothingElse() {
        String before = of(ORDER, shop.order, "write_uid");
        long picking = shop.desk.receipts().open(shop.order);
        Account other = shop.odoo.addUser("other", List.of("stock.group_stock_user"));
        shop.odoo
                .desk(other.uid())
                .write("stock.picking", picking, Map.of("carrier_tracking_ref", "1Z"));
        assertThat(of("stock.picking", picking, "write_uid")).isEqualTo("" + other.uid());
        assertThat(of(ORDER, shop.order, "write_uid")).isEqualTo(before);
    }

    @Test
    void aReceiptTouchesTheOrderAndTheLineThatCameIn() {
        long second =
                shop.desk
                        .buying()
                        .addLine(shop.order, new Buying.Line(shop.product, 5, 2, DECEMBER));
        Account other = shop.odoo.addUser("other", List.of("stock.group_stock_user"));
        shop.odoo.desk(other.uid()).receipts().receive(shop.line, 40);
        assertThat(of(LINE, shop.line, "write_uid")).isEqualTo("" + other.uid());
        assertThat(of(ORDER, shop.order, "write_uid")).isEqualTo("" + other.uid());
        assertThat(of(LINE, second, "write_uid")).isEqualTo("2");
    }
}
