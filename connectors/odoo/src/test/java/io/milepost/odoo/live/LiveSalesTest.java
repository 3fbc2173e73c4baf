package io.milepost.odoo.live;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.milepost.events.CommandKind;
import io.milepost.odoo.contract.TestApplier;
import io.milepost.odoo.contract.TestCommands;
import io.milepost.odoo.contract.TestServer;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.SequencedCommand;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What a later promise does to the sale order that waits for a line. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LiveSalesTest {

    @Test
    void theSaleOrderThatWaitsForALineIsReviewedOrMoved() throws Exception {
        try (TestServer odoo = new TestServer(new LiveAccess())) {
            assumeThat(odoo.count("ir.model", TestServer.is("model", "sale.order")))
                    .as("Sales is installed")
                    .isOne();
            new OdooSetup(odoo.admin, new SetupOptions(odoo.run, null, EnumSet.of(Feature.SALES)))
                    .run();
            long sale = soldToOrder(odoo);
            List<Long> lines =
                    odoo.find(
                            "purchase.order.line",
                            TestServer.is("product_id", odoo.product),
                            TestServer.is("product_qty", 3));
            long order =
                    odoo.read("purchase.order.line", lines.get(0), "order_id")
                            .path("order_id")
                            .path(0)
                            .asLong();
            BatchApplier applier = TestApplier.claimed(odoo.bot, odoo.run + "/sales");

            CommandResult review =
                    applier.apply(
                                    List.of(
                                            promise(
                                                    1,
                                                    CommandKind.REVIEW_SALE_PROMISE,
                                                    order,
                                                    lines)))
                            .get(0);
            CommandResult moved =
                    applier.apply(List.of(promise(2, CommandKind.SET_SALE_PROMISE, order, lines)))
                            .get(0);
            CommandResult again =
                    applier.apply(List.of(promise(3, CommandKind.SET_SALE_PROMISE, order, lines)))
                            .get(0);

            assertThat(review.outcome()).as(review.toString()).isEqualTo(APPLIED);
            assertThat(review.created()).startsWith("mail.activity,");
            assertThat(moved.outcome()).as(moved.toString()).isEqualTo(APPLIED);
            assertThat(odoo.text("sale.order", sale, "commitment_date"))
                    .isEqualTo("2027-04-01 00:00:00");
            assertThat(again.outcome()).isEqualTo(DUPLICATE);
            odoo.write("sale.order", sale, Map.of("state", "cancel"));
            odoo.call("sale.order", sale, "unlink");
            odoo.call("purchase.order", order, "button_cancel");
            odoo.call("purchase.order", order, "unlink");
        }
    }

    private static SequencedCommand promise(
            long sequence, CommandKind kind, long order, List<Long> lines) {
        return TestCommands.at(
                sequence,
                TestCommands.command(kind, order, lines.get(0))
                        .setValue("2027-04-01 00:00:00")
                        .build());
    }

    /** A sale of three of the product, which Odoo buys to order. */
    private static long soldToOrder(TestServer odoo) throws Exception {
        odoo.code(
                ("env.ref('stock.route_warehouse0_mto').write({'active': True})\n"
                                + "routes = env.ref('stock.route_warehouse0_mto')"
                                + " + env.ref('purchase_stock.route_warehouse0_buy')\n"
                                + "product = env['product.product'].browse(%d)\n"
                                + "product.write({'route_ids': [(6, 0, routes.ids)],"
                                + " 'seller_ids': [(0, 0, {'partner_id': %d, 'price': 5})]})\n")
                        .formatted(odoo.product, odoo.vendor));
        long sale =
                odoo.create(
                        "sale.order",
                        Map.of(
                                "partner_id",
                                odoo.vendor,
                                "order_line",
                                List.of(
                                        List.of(
                                                0,
                                                0,
                                                Map.of(
                                                        "product_id",
                                                        odoo.product,
                                                        "product_uom_qty",
                                                        3)))));
        odoo.call("sale.order", sale, "action_confirm");
        return sale;
    }
}
