package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandItem;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPrice;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands do to the vendor's row of a product. */
interface PriceContract extends KindsBench {

    @Test
    default void aPriceAndALeadTimeGoIntoTheSuppliersRow() throws Exception {
        odoo().order(1);
        CommandResult price = apply(price("9.25"));
        CommandResult lead =
                apply(
                        command(CommandKind.SET_LEAD_TIME, null, null)
                                .setItem(item())
                                .setValue("12")
                                .build());
        List<Long> rows = odoo().find("product.supplierinfo", is("partner_id", odoo().vendor));
        JsonNode row = odoo().read("product.supplierinfo", rows.get(0), "price", "delay");
        CommandResult gone = apply(price(null));

        assertThat(price.outcome()).as(price.toString()).isEqualTo(APPLIED);
        assertThat(lead.outcome()).as(lead.toString()).isEqualTo(APPLIED);
        assertThat(rows).hasSize(1);
        assertThat(row.path("price").asDouble()).isEqualTo(9.25);
        assertThat(row.path("delay").asInt()).isEqualTo(12);
        assertThat(gone.outcome()).isEqualTo(APPLIED);
        assertThat(LocalDate.parse(odoo().text("product.supplierinfo", rows.get(0), "date_end")))
                .as("over, by the server's day")
                .isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    private OdooCommand price(String value) {
        CommandPrice.Builder price = CommandPrice.newBuilder().setMinQuantity(decimal("0"));
        if (value != null) {
            price.setUnit("C62")
                    .setCurrency(odoo().currency)
                    .setValidFrom(Instant.parse("2026-11-01T00:00:00Z"));
        }
        return command(CommandKind.SET_SUPPLIER_PRICE, null, null)
                .setItem(item())
                .setValue(value)
                .setPrice(price.build())
                .build();
    }

    private CommandItem item() {
        return CommandItem.newBuilder()
                .setItemKey("live/1/" + odoo().vendor + "/" + odoo().run)
                .setVendor(Long.toString(odoo().vendor))
                .setOwnItem(odoo().run)
                .build();
    }
}
