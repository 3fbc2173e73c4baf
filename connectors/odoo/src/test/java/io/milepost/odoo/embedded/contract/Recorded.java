package io.milepost.odoo.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.embedded.desk.Desk;
import java.util.List;
import java.util.Map;

/** Brings a double into the state of the recorded database, as far as a story needs it. */
final class Recorded {
    static final long VENDOR = 44;
    static final long BOLT = 51;
    static final long NUT = 52;
    static final String DECEMBER = "2026-12-10 08:00:00";

    private final EmbeddedOdoo odoo;
    private final Desk desk;

    Recorded(EmbeddedOdoo odoo) {
        this.odoo = odoo;
        this.desk = odoo.desk();
    }

    /** Names of the demo company. */
    Recorded company() {
        desk.write("res.company", 1, Map.of("name", "My Company (San Francisco)"));
        desk.write("stock.picking.type", 1, Map.of("name", "YourCompany: Receipts"));
        return this;
    }

    /** The next ids before the first order of the purchase story. */
    Recorded beforeTheFirstOrder() {
        odoo.continueAt("res.partner", VENDOR);
        odoo.continueAt("product.product", BOLT);
        odoo.continueAt("product.template", 40);
        odoo.continueAt("product.supplierinfo", 28);
        odoo.continueAt("purchase.order", 12);
        odoo.continueAt("purchase.order/name", 12);
        odoo.continueAt("purchase.order.line", 24);
        odoo.continueAt("stock.picking", 21);
        odoo.continueAt("stock.picking/in", 7);
        odoo.continueAt("stock.move", 43);
        odoo.continueAt("stock.move.line", 38);
        odoo.continueAt("procurement.group", 6);
        odoo.continueAt("account.move", 25);
        odoo.continueAt("account.move/BILL", 2);
        odoo.continueAt("account.move.line", 69);
        return this;
    }

    /** Vendor and products, for stories that begin later. */
    Recorded vendorAndProducts() {
        odoo.continueAt("res.partner", VENDOR);
        desk.buying().vendor("Acme Fasteners");
        odoo.continueAt("product.product", BOLT);
        odoo.continueAt("product.template", 40);
        desk.buying().product("M8-BOLT", "M8 bolt");
        desk.buying().product("M8-NUT", "M8 nut");
        return this;
    }

    /** A confirmed order of 100 bolts whose line has a recorded id. */
    Recorded order(long order, long line) {
        draft(order, line);
        desk.buying().confirm(order);
        return this;
    }

    /** The same, not confirmed. */
    Recorded draft(long order, long line) {
        odoo.continueAt("purchase.order", order);
        odoo.continueAt("purchase.order/name", order);
        odoo.continueAt("purchase.order.line", line);
        desk.buying().order(VENDOR, new Buying.Line(BOLT, 100, 1.1, DECEMBER));
        return this;
    }

    /** Records of two models under the ids that the recording has for them. */
    Recorded models() {
        odoo.continueAt("ir.model", 578);
        model("purchase.order");
        model("purchase.order.line");
        return this;
    }

    private void model(String name) {
        desk.create("ir.model", Map.of("name", name, "model", name, "state", "base"));
    }

    /** A server action of which only this is known: what its code begins with. */
    Recorded action(long id, String code) {
        odoo.continueAt("ir.actions.server", id);
        desk.create(
                "ir.actions.server",
                Map.of("name", "recorded " + id, "model_id", 1, "state", "code", "code", code));
        return this;
    }

    /** One more line of an order, under a recorded id. */
    Recorded addLine(long order, long line) {
        odoo.continueAt("purchase.order.line", line);
        desk.buying().addLine(order, new Buying.Line(NUT, 100, 0.45, DECEMBER));
        return this;
    }

    /** The user of the recording who has few rights. */
    Recorded bot() {
        odoo.continueAt("res.users", 8);
        odoo.addUser(
                "flink-bot", List.of("purchase.group_purchase_user", "stock.group_stock_user"));
        odoo.account(8, "flink-bot", Play.PASSWORD);
        return this;
    }

    /** What a record says now. */
    static void check(Desk desk, String model, long id, String field, Object expected) {
        assertThat(desk.read(model, id, field).asText())
                .as("%s(%d).%s", model, id, field)
                .isEqualTo(String.valueOf(expected));
    }
}
