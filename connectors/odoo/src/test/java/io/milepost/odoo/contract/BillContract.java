package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandBill;
import io.milepost.events.CommandBillLine;
import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How vendor bills are drafted: one for each vendor and number. */
interface BillContract extends KindsBench {

    @Test
    default void aBillIsDraftedOnceForAVendorAndNumber() throws Exception {
        List<Long> ids = odoo().order(1);
        String number = "INV " + odoo().run;
        CommandResult drafted = apply(bill(ids.get(0), ids.get(1), number, "first"));
        CommandResult again = apply(bill(ids.get(0), ids.get(1), number, "second"));

        assertThat(drafted.outcome()).as(drafted.toString()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(again.created()).isEqualTo(drafted.created());
        long id = made(drafted);
        JsonNode move = odoo().read("account.move", id, "state", "ref", "amount_untaxed");
        assertThat(move.path("state").asText()).isEqualTo("draft");
        assertThat(move.path("ref").asText()).isEqualTo(number);
        assertThat(move.path("amount_untaxed").asDouble()).isEqualTo(412.5);
        assertThat(
                        odoo().read("purchase.order.line", ids.get(1), "qty_invoiced")
                                .path("qty_invoiced")
                                .asDouble())
                .isEqualTo(55);
    }

    @Test
    default void theLinesOfAnInvoiceComeOneByOneIntoOneDraft() throws Exception {
        List<Long> ids = odoo().order(2);
        String number = "MANY " + odoo().run;

        CommandResult first = apply(bill(ids.get(0), ids.get(1), number, "l1"));
        CommandResult second = apply(bill(ids.get(0), ids.get(2), number, "l2"));
        CommandResult again = apply(bill(ids.get(0), ids.get(2), number, "l3"));

        assertThat(first.outcome()).as(first.toString()).isEqualTo(APPLIED);
        assertThat(second.outcome()).as(second.toString()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(List.of(second.created(), again.created())).containsOnly(first.created());
        long id = made(first);
        assertThat(
                        odoo().read("account.move", id, "amount_untaxed")
                                .path("amount_untaxed")
                                .asDouble())
                .isEqualTo(825);
    }

    @Test
    default void aPersonsDraftIsLeftAsItIs() throws Exception {
        List<Long> ids = odoo().order(2);
        String number = "OWN " + odoo().run;
        long own =
                odoo().create(
                                "account.move",
                                Map.of(
                                        "move_type",
                                        "in_invoice",
                                        "partner_id",
                                        odoo().vendor,
                                        "ref",
                                        number));

        CommandResult result = apply(bill(ids.get(0), ids.get(1), number, "o1"));
        CommandResult next = apply(bill(ids.get(0), ids.get(2), number, "o2"));

        assertThat(List.of(result.outcome(), next.outcome())).containsOnly(DUPLICATE);
        assertThat(List.of(result.created(), next.created())).containsOnly("account.move," + own);
        assertThat(
                        odoo().read("account.move", own, "amount_untaxed")
                                .path("amount_untaxed")
                                .asDouble())
                .isZero();
    }

    private OdooCommand bill(long order, long line, String number, String id) {
        return command(CommandKind.DRAFT_BILL, order, null)
                .setCommandId(id + " " + odoo().run)
                .setValue(number)
                .setBill(
                        CommandBill.newBuilder()
                                .setBillDate(LocalDate.of(2027, 1, 11))
                                .setLines(List.of(billLine(line)))
                                .build())
                .build();
    }

    private CommandBillLine billLine(long line) {
        return CommandBillLine.newBuilder()
                .setLineId(line)
                .setQuantity(decimal("55"))
                .setUnit("C62")
                .setUnitPrice(decimal("7.5"))
                .setCurrency(odoo().currency)
                .build();
    }
}
