package io.milepost.odoo.embedded.contract;

import static io.milepost.odoo.embedded.contract.Recorded.DECEMBER;
import static io.milepost.odoo.embedded.contract.Recorded.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded writes to orders, and what each of them did to the rest. */
class WriteBackStoryTest {
    private Play play;
    private Recorded recorded;
    private Desk desk;

    @BeforeEach
    void start() {
        play = new Play(EmbeddedOdooOptions.version18()).withSecrets();
        desk = play.odoo().desk();
        recorded = new Recorded(play.odoo()).vendorAndProducts();
    }

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void theDateOfALineMovesTheDeadlineAndNotThePlannedReceipt() {
        recorded.order(13, 26);
        play.play("040");
        long move = desk.find("stock.move", "purchase_line_id", 26).get(0);
        check(desk, "stock.move", move, "date_deadline", "2027-01-15 08:00:00");
        check(desk, "stock.move", move, "date", DECEMBER);
        long picking = desk.read("stock.move", move, "picking_id").asLong();
        check(desk, "stock.picking", picking, "scheduled_date", DECEMBER);
        check(desk, "purchase.order", 13, "date_planned", "2027-01-15 08:00:00");
    }

    @Test
    void aQuantityThatIsWrittenAloneMovesTheDateAndSendsGoodsBackThatNeverCame() {
        recorded.order(13, 26);
        play.play("040", "042");
        check(desk, "purchase.order.line", 26, "date_planned", "2026-11-23 19:42:39");
        assertThat(play.odoo().counts().returns(13)).isEqualTo(1);
        long open = desk.receipts().open(13);
        long move = desk.find("stock.move", "picking_id", open).get(0);
        check(desk, "stock.move", move, "product_uom_qty", 100.0);
    }

    @Test
    void aHigherQuantityThatIsWrittenAloneMovesTheDateAsWell() {
        recorded.order(13, 26);
        play.play("041");
        check(desk, "purchase.order.line", 26, "date_planned", "2026-11-23 19:42:39");
        check(desk, "purchase.order.line", 26, "product_qty", 120.0);
    }

    @Test
    void theDateOfAnOrderDoesNotReachItsLines() {
        recorded.order(13, 26);
        play.play("043");
        check(desk, "purchase.order.line", 26, "date_planned", DECEMBER);
    }

    @Test
    void aQuantityWithItsDateChangesTheExpectedGoodsInPlace() {
        recorded.order(14, 28);
        play.play("044");
        check(desk, "purchase.order.line", 28, "date_planned", DECEMBER);
        assertThat(play.odoo().counts().returns(14)).isZero();
        long move = desk.find("stock.move", "purchase_line_id", 28).get(0);
        check(desk, "stock.move", move, "product_uom_qty", 70.0);
    }

    @Test
    void aLineIsSplitInOneWriteOfItsOrder() {
        recorded.order(17, 34);
        play.play("045");
        List<Long> lines = desk.buying().lines(17);
        assertThat(lines).hasSize(2).contains(34L);
        long child = lines.get(1);
        check(desk, "purchase.order.line", 34, "product_qty", 60.0);
        check(desk, "purchase.order.line", child, "product_qty", 40.0);
        long move = desk.find("stock.move", "purchase_line_id", child).get(0);
        check(desk, "stock.move", move, "date", "2027-01-20 08:00:00");
        assertThat(desk.read("stock.move", move, "picking_id").asLong())
                .isEqualTo(desk.receipts().open(17));
    }

    @Test
    void aLineIsCopiedIntoItsOrder() {
        recorded.order(18, 37);
        play.odoo().continueAt("purchase.order.line", 39);
        play.play("046");
    }

    @Test
    void aQuantityBelowWhatWasReceivedIsRefused() {
        recorded.order(12, 24);
        desk.receipts().receive(24, 40);
        play.play("047");
        check(desk, "purchase.order.line", 24, "product_qty", 100.0);
    }

    @Test
    void whatWasReceivedIsAllThatIsExpected() {
        recorded.order(12, 24);
        desk.receipts().receive(24, 40);
        desk.buying().setQuantity(24, 40, DECEMBER);
        assertThat(desk.receipts().open(12)).isZero();
        check(desk, "purchase.order", 12, "receipt_status", "full");
    }

    @Test
    void pricesReferencesAndTrackingArePlainWrites() {
        play.odoo().continueAt("stock.picking", 31);
        recorded.order(19, 40).order(26, 61);
        play.play("048", "049", "050", "051");
        check(desk, "purchase.order.line", 40, "date_planned", DECEMBER);
        long move = desk.find("stock.move", "picking_id", 31).get(0);
        check(desk, "stock.move", move, "date", "2026-12-15 08:00:00");
        check(desk, "stock.move", move, "price_unit", 2.0);
        check(desk, "purchase.order", 26, "partner_ref", "SO-99812");
    }

    @Test
    void peopleAreToldAndAsked() {
        recorded.models().order(19, 40);
        play.odoo().continueAt("mail.message", 437);
        play.odoo().continueAt("mail.activity", 18);
        play.play("052", "053", "054", "055", "056", "057");
        assertThat(play.odoo().counts().messages("purchase.order", 19)).isEqualTo(2);
        assertThat(play.odoo().counts().activities("purchase.order", 19)).isEqualTo(1);
        check(desk, "mail.message", 438, "body", "<p>Supplier <b>confirmed</b></p>");
    }

    @Test
    void twoBillsOfOneNumberAreLetThrough() {
        recorded.order(19, 40);
        play.odoo().continueAt("account.move", 26);
        play.play("058");
        Map<String, Object> again =
                Map.of(
                        "move_type", "in_invoice",
                        "partner_id", Recorded.VENDOR,
                        "invoice_date", "2026-11-23",
                        "ref", "ACME-INV-9");
        desk.create("account.move", again);
        play.play("059");
        assertThat(play.odoo().counts().bills(Recorded.VENDOR, "ACME-INV-9")).isEqualTo(2);
        check(desk, "purchase.order.line", 40, "qty_invoiced", 10.0);
    }

    @Test
    void supplierPricesAreListedFromTheHighestQuantityOn() {
        play.odoo().continueAt("product.supplierinfo", 28);
        recorded.order(19, 40);
        play.odoo().continueAt("product.supplierinfo", 30);
        play.play("060", "061", "062");
    }

    @Test
    void aLockedOrderKeepsItsLinesAndACancelledOneEndsItsReceipt() {
        recorded.models().order(19, 40).order(20, 42);
        play.play("063", "064", "065");
        check(desk, "purchase.order", 20, "state", "cancel");
        assertThat(desk.receipts().open(20)).isZero();
        play.odoo().continueAt("ir.model.fields", 8203);
        play.play("066");
    }
}
