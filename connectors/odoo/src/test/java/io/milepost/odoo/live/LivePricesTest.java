package io.milepost.odoo.live;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.REJECTED;
import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.milepost.events.CommandItem;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPrice;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.contract.TestApplier;
import io.milepost.odoo.contract.TestServer;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Units of prices: a double converts none. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LivePricesTest {

    private static OdooCommand price(TestServer odoo, String value, String unit) {
        return command(CommandKind.SET_SUPPLIER_PRICE, null, null)
                .setItem(
                        CommandItem.newBuilder()
                                .setItemKey("live/1/" + odoo.vendor + "/" + odoo.run)
                                .setVendor(Long.toString(odoo.vendor))
                                .setOwnItem(odoo.run)
                                .build())
                .setValue(value)
                .setPrice(
                        CommandPrice.newBuilder()
                                .setMinQuantity(BigDecimal.ZERO.setScale(6))
                                .setUnit(unit)
                                .setCurrency(odoo.currency)
                                .build())
                .build();
    }

    private static CommandResult apply(BatchApplier applier, long sequence, OdooCommand command)
            throws Exception {
        return applier.apply(List.of(at(sequence, command))).get(0);
    }

    private static long row(TestServer odoo, Map<String, Object> more) throws Exception {
        long template =
                odoo.find("product.template", TestServer.is("default_code", odoo.run)).get(0);
        Map<String, Object> values = new HashMap<>(more);
        values.put("partner_id", odoo.vendor);
        values.put("product_tmpl_id", template);
        values.put("price", 60);
        return odoo.create("product.supplierinfo", values);
    }

    private static double priceOf(TestServer odoo, long row) throws Exception {
        return odoo.read("product.supplierinfo", row, "price").path("price").asDouble();
    }

    @Test
    void aPriceForWhatTheProductIsNotMeasuredInIsRefused() throws Exception {
        try (TestServer odoo = new TestServer(new LiveAccess())) {
            long row = row(odoo, Map.of());
            BatchApplier applier = TestApplier.claimed(odoo.bot, odoo.run + "/prices");

            CommandResult weight = apply(applier, 1, price(odoo, "11", "KGM"));
            CommandResult dozen = apply(applier, 2, price(odoo, "120", "DZN"));

            assertThat(weight.outcome()).isEqualTo(REJECTED);
            assertThat(weight.error()).startsWith("Unit KGM of the price does not convert to Unit");
            assertThat(dozen.outcome()).as(dozen.toString()).isEqualTo(APPLIED);
            assertThat(priceOf(odoo, row)).isEqualTo(10);
        }
    }

    @Test
    void aRowThatIsPricedByThePackStaysPricedByThePack() throws Exception {
        try (TestServer odoo = new TestServer(new LiveAccess())) {
            assumeThat(odoo.admin.version().series()).as("rows have a unit").isGreaterThan(18);
            long pack = odoo.find("uom.uom", TestServer.is("name", "Pack of 6")).get(0);
            long row = row(odoo, Map.of("product_uom_id", pack));
            BatchApplier applier = TestApplier.claimed(odoo.bot, odoo.run + "/packs");

            CommandResult piece = apply(applier, 1, price(odoo, "11", "C62"));

            assertThat(piece.outcome()).as(piece.toString()).isEqualTo(APPLIED);
            assertThat(priceOf(odoo, row)).isEqualTo(66);
            long single = row(odoo, Map.of());
            apply(applier, 2, price(odoo, "12", "C62"));
            assertThat(List.of(priceOf(odoo, row), priceOf(odoo, single)))
                    .containsExactly(66.0, 12.0);
        }
    }
}
