package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.CONFLICT;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What commands do to orders themselves, and to their receipts. */
interface OrderContract extends KindsBench {

    @Test
    default void anOrderIsAcknowledgedOnce() throws Exception {
        List<Long> ids = odoo().order(1);
        OdooCommand.Builder acknowledge =
                command(CommandKind.ACKNOWLEDGE_ORDER, ids.get(0), ids.get(1));
        CommandResult first = apply(acknowledge.build());
        CommandResult second = apply(acknowledge.setCommandId("other " + odoo().run).build());

        assertThat(first.outcome()).isEqualTo(APPLIED);
        assertThat(second.outcome()).isEqualTo(DUPLICATE);
        String field =
                odoo().admin.version().series() < 19 ? "mail_reception_confirmed" : "acknowledged";
        assertThat(odoo().read("purchase.order", ids.get(0), field).path(field).asBoolean())
                .isTrue();
    }

    @Test
    default void anOrderGetsTheVendorsReferenceUnlessAPersonGaveItOne() throws Exception {
        List<Long> ids = odoo().order(1);
        CommandResult given = apply(reference(ids.get(0), "SO-1"));
        String written = odoo().text("purchase.order", ids.get(0), "partner_ref");
        odoo().write("purchase.order", ids.get(0), Map.of("partner_ref", "by hand"));
        CommandResult late = apply(reference(ids.get(0), "SO-2"));

        assertThat(given.outcome()).isEqualTo(APPLIED);
        assertThat(written).isEqualTo("SO-1");
        assertThat(late.outcome()).isEqualTo(CONFLICT);
        assertThat(late.found()).isEqualTo("by hand");
        assertThat(odoo().text("purchase.order", ids.get(0), "partner_ref")).isEqualTo("by hand");
    }

    private static OdooCommand reference(long order, String reference) {
        return command(CommandKind.SET_VENDOR_REFERENCE, order, null)
                .setValue(reference)
                .setExpect("")
                .build();
    }

    @Test
    default void aReceiptGetsATrackingReferenceAndADate() throws Exception {
        List<Long> ids = odoo().order(2);
        CommandResult tracking =
                apply(
                        command(CommandKind.SET_RECEIPT_TRACKING, ids.get(0), ids.get(1))
                                .setValue("1Z999")
                                .build());
        CommandResult ofLine =
                apply(
                        command(CommandKind.SET_RECEIPT_DATE, ids.get(0), ids.get(1))
                                .setValue("2027-02-05 00:00:00")
                                .setExpect("2027-01-10 08:00:00")
                                .build());
        String ofItsMove = moveDate(ids.get(1));
        long receipt = odoo().find("stock.picking", is("origin", name(ids.get(0)))).get(0);
        CommandResult ofReceipt =
                apply(
                        command(CommandKind.SET_RECEIPT_DATE, null, null)
                                .setReceiptId(receipt)
                                .setValue("2027-02-06 00:00:00")
                                .build());

        assertThat(tracking.outcome()).isEqualTo(APPLIED);
        assertThat(odoo().text("stock.picking", receipt, "carrier_tracking_ref"))
                .isEqualTo("1Z999");
        assertThat(ofLine.outcome()).isEqualTo(APPLIED);
        assertThat(ofItsMove).isEqualTo("2027-02-05 00:00:00");
        assertThat(ofReceipt.outcome()).isEqualTo(APPLIED);
        assertThat(odoo().text("stock.picking", receipt, "scheduled_date"))
                .isEqualTo("2027-02-06 00:00:00");
    }

    private String moveDate(long line) throws Exception {
        long move =
                odoo().read("purchase.order.line", line, "move_ids")
                        .path("move_ids")
                        .path(0)
                        .asLong();
        return odoo().text("stock.move", move, "date");
    }
}
