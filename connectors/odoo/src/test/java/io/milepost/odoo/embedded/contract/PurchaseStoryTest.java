package io.milepost.odoo.embedded.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The recorded life of an order, from its vendor to its bill. */
class PurchaseStoryTest {

    @Test
    void anOrderIsMadeReceivedInPartsAndBilledAsItWasRecorded() {
        try (Play play = new Play(EmbeddedOdooOptions.version18()).withSecrets()) {
            new Recorded(play.odoo()).company().beforeTheFirstOrder();
            play.play("001", "002", "009", "010", "011", "012", "013", "014", "015", "016");
            play.play("017", "018", "019", "020", "021", "022", "023", "024", "025", "026");
            play.play("027", "028", "029", "030");
            play.odoo()
                    .desk()
                    .write(
                            "account.move",
                            25,
                            Map.of("ref", "ACME-INV-1", "invoice_date", "2026-11-23"));
            play.play("031", "032", "033", "034", "035");
        }
    }

    @Test
    void aReceiptIsTakenInPartWithoutAQuestion() {
        try (Play play = new Play(EmbeddedOdooOptions.version18()).withSecrets()) {
            Recorded recorded = new Recorded(play.odoo()).vendorAndProducts();
            play.odoo().continueAt("stock.picking", 34);
            recorded.order(22, 50);
            Desk desk = play.odoo().desk();
            long move = desk.find("stock.move", "purchase_line_id", 50).get(0);
            desk.write("stock.move", move, Map.of("quantity", 40, "picked", true));
            play.play("036");
            Recorded.check(desk, "stock.picking", 34, "state", "done");
            Recorded.check(desk, "purchase.order", 22, "receipt_status", "partial");
            List<Long> pickings = desk.find("stock.picking", "purchase_id", 22);
            Recorded.check(desk, "stock.picking", pickings.get(0), "backorder_id", 34);
        }
    }
}
