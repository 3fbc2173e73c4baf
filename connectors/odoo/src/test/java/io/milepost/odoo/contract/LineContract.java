package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.CONFLICT;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.events.CommandOutcome.REJECTED;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.date;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What commands do to the lines of an order. */
interface LineContract extends KindsBench {

    @Test
    default void aLinesDateIsMovedAndComparedWithWhatWasExpected() throws Exception {
        List<Long> ids = odoo().order(1);
        CommandResult moved =
                apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", "2027-01-10 08:00:00"));
        CommandResult again = apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", null));
        String written = odoo().text("purchase.order.line", ids.get(1), "date_planned");
        odoo().write(
                        "purchase.order.line",
                        ids.get(1),
                        Map.of("date_planned", "2027-03-01 10:00:00"));
        CommandResult late =
                apply(date(ids.get(0), ids.get(1), "2027-02-02 00:00:00", "2027-02-01 00:00:00"));

        assertThat(moved.outcome()).isEqualTo(APPLIED);
        assertThat(written).isEqualTo("2027-02-01 00:00:00");
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(late.outcome()).isEqualTo(CONFLICT);
        assertThat(late.found()).isEqualTo("2027-03-01 10:00:00");
        assertThat(odoo().text("purchase.order.line", ids.get(1), "date_planned"))
                .isEqualTo("2027-03-01 10:00:00");
    }

    @Test
    default void aQuantityKeepsDatePriceAndReceipt() throws Exception {
        List<Long> ids = odoo().order(1);
        CommandResult result =
                apply(
                        command(CommandKind.SET_LINE_QUANTITY, ids.get(0), ids.get(1))
                                .setValue("70")
                                .setExpect("100")
                                .build());

        JsonNode line =
                odoo().read(
                                "purchase.order.line",
                                ids.get(1),
                                "product_qty",
                                "date_planned",
                                "price_unit");
        assertThat(result.outcome()).isEqualTo(APPLIED);
        assertThat(line.path("product_qty").asDouble()).isEqualTo(70);
        assertThat(line.path("date_planned").asText()).isEqualTo("2027-01-10 08:00:00");
        assertThat(line.path("price_unit").asDouble()).isEqualTo(7);
        assertThat(odoo().count("stock.picking", is("origin", name(ids.get(0))))).isOne();
    }

    @Test
    default void aSplitMakesALineForEachFurtherPart() throws Exception {
        List<Long> ids = odoo().order(1);
        OdooCommand split =
                command(CommandKind.SPLIT_LINE, ids.get(0), ids.get(1))
                        .setParts(
                                List.of(
                                        part("60", "2027-01-10T08:00:00Z"),
                                        part("40", "2027-02-20T08:00:00Z")))
                        .build();
        CommandResult result = apply(split);
        CommandResult again = apply(split);

        assertThat(result.outcome()).isEqualTo(APPLIED);
        JsonNode first =
                odoo().read("purchase.order.line", ids.get(1), "product_qty", "date_planned");
        assertThat(first.path("product_qty").asDouble()).isEqualTo(60);
        assertThat(first.path("date_planned").asText()).isEqualTo("2027-01-10 08:00:00");
        long child = made(result);
        JsonNode line =
                odoo().read(
                                "purchase.order.line",
                                child,
                                "product_qty",
                                "date_planned",
                                "price_unit",
                                "move_ids");
        assertThat(line.path("product_qty").asDouble()).isEqualTo(40);
        assertThat(line.path("date_planned").asText()).isEqualTo("2027-02-20 08:00:00");
        assertThat(line.path("price_unit").asDouble()).isEqualTo(7);
        JsonNode move =
                odoo().read(
                                "stock.move",
                                line.path("move_ids").path(0).asLong(),
                                "product_uom_qty");
        assertThat(move.path("product_uom_qty").asDouble()).isEqualTo(40);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(again.created()).isEqualTo(result.created());
        assertThat(odoo().count("purchase.order.line", is("order_id", ids.get(0)))).isEqualTo(2);
    }

    private static CommandPart part(String quantity, String time) {
        return CommandPart.newBuilder()
                .setQuantity(decimal(quantity))
                .setUnit("C62")
                .setPlannedAt(Instant.parse(time))
                .build();
    }

    @Test
    default void cancelledOrdersAndMissingLinesAreRejectedInWords() throws Exception {
        List<Long> ids = odoo().order(1);
        CommandResult missing =
                apply(date(ids.get(0), 1_999_999_999L, "2027-02-01 00:00:00", null));
        odoo().call("purchase.order", ids.get(0), "button_cancel");
        CommandResult cancelled = apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", null));

        assertThat(missing.outcome()).isEqualTo(REJECTED);
        assertThat(missing.error())
                .isEqualTo("Line 1999999999 of order " + ids.get(0) + " does not exist");
        assertThat(cancelled.outcome()).isEqualTo(REJECTED);
        assertThat(cancelled.error()).isEqualTo("Order " + name(ids.get(0)) + " is cancelled");
    }
}
