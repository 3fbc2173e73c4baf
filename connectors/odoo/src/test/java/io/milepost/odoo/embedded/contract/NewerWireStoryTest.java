package io.milepost.odoo.embedded.contract;

import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was recorded of Odoo 19 and its newer wire. */
class NewerWireStoryTest {

    @Test
    void anOrderIsMadeAndChangedOverTheNewerWire() {
        try (Play play = play().withSecrets()) {
            EmbeddedOdoo odoo = play.odoo();
            odoo.continueAt("res.partner", 45);
            odoo.continueAt("purchase.order", 12);
            odoo.continueAt("purchase.order/name", 12);
            odoo.continueAt("purchase.order.line", 24);
            odoo.continueAt("product.product", 58);
            product(odoo.desk(), "M8 bolt");
            product(odoo.desk(), "M8 nut");
            play.play("200", "236", "201", "202", "203", "204", "205", "206", "207");
            play.play("215", "216", "217", "218", "219", "220", "221", "222", "223");
            play.play("224", "225");
            sink(play);
            odoo.continueAt("res.partner", 47);
            play.play("234");
            odoo.continueAt("mail.message", 620);
            play.play("235");
        }
    }

    private static void sink(Play play) {
        Desk desk = play.odoo().desk();
        List<Object> fields =
                List.of(
                        List.of(0, 0, field("x_name", "char")),
                        List.of(0, 0, field("x_seq", "integer")),
                        List.of(0, 0, field("x_epoch", "integer")));
        desk.create(
                "ir.model",
                Map.of("name", "Flink ledger", "model", "x_flink_ledger", "field_id", fields));
        new Recorded(play.odoo())
                .action(481, "# Exactly-once batch sink")
                .action(482, RecordedCode.CONFLICT_19);
        play.odoo().continueAt("mail.message", 617);
        play.play("230", "231", "232", "233");
    }

    @Test
    void callersWithoutAKeyOrDatabaseAreRefused() {
        try (Play play = play()) {
            play.play("210", "211", "212", "213", "214");
        }
    }

    @Test
    void aUserWithFewRightsIsRefusedByStatus() {
        try (Play play = play()) {
            long bot = play.odoo().addUser("bot", List.of("purchase.group_purchase_user")).uid();
            play.odoo().addKey(bot, Play.KEY);
            play.play("226");
        }
    }

    private static Play play() {
        return new Play(
                EmbeddedOdooOptions.version19()
                        .onDatabase("clean19")
                        .knowing(new RecordedSink())
                        .knowing(new RecordedCode()));
    }

    private static void product(Desk desk, String name) {
        desk.create("product.product", Map.of("name", name));
    }

    private static Map<String, Object> field(String name, String type) {
        return Map.of(
                "name",
                name,
                "field_description",
                name,
                "ttype",
                type,
                "index",
                name.equals("x_name"));
    }
}
