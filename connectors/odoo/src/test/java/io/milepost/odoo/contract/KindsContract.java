package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.CONFLICT;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.events.CommandOutcome.REJECTED;
import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.date;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandBill;
import io.milepost.events.CommandBillLine;
import io.milepost.events.CommandItem;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.CommandPrice;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each kind of command does to a real Odoo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KindsContract {

    private TestServer odoo;
    private BatchApplier applier;
    private long sequence;

    /** The server that is tried. */
    protected abstract ServerAccess access() throws Exception;

    @BeforeAll
    final void open() throws Exception {
        odoo = new TestServer(access());
        applier = TestApplier.claimed(odoo.bot, odoo.run + "/0");
    }

    @AfterAll
    final void close() throws Exception {
        odoo.close();
    }

    private CommandResult apply(OdooCommand command) throws Exception {
        return applier.apply(List.of(at(++sequence, command))).get(0);
    }

    @Test
    void aLinesDateIsMovedAndComparedWithWhatWasExpected() throws Exception {
        List<Long> ids = odoo.order(1);
        CommandResult moved =
                apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", "2027-01-10 08:00:00"));
        CommandResult again = apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", null));
        odoo.write(
                "purchase.order.line", ids.get(1), Map.of("date_planned", "2027-03-01 10:00:00"));
        CommandResult late =
                apply(date(ids.get(0), ids.get(1), "2027-02-02 00:00:00", "2027-02-01 00:00:00"));

        assertThat(moved.outcome()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(late.outcome()).isEqualTo(CONFLICT);
        assertThat(late.found()).isEqualTo("2027-03-01 10:00:00");
        assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                .isEqualTo("2027-03-01 10:00:00");
    }

    @Test
    void aQuantityKeepsDatePriceAndReceipt() throws Exception {
        List<Long> ids = odoo.order(1);
        CommandResult result =
                apply(
                        command(CommandKind.SET_LINE_QUANTITY, ids.get(0), ids.get(1))
                                .setValue("70")
                                .setExpect("100")
                                .build());

        JsonNode line =
                odoo.read(
                        "purchase.order.line",
                        ids.get(1),
                        "product_qty",
                        "date_planned",
                        "price_unit");
        assertThat(result.outcome()).isEqualTo(APPLIED);
        assertThat(line.path("product_qty").asInt()).isEqualTo(70);
        assertThat(line.path("date_planned").asText()).isEqualTo("2027-01-10 08:00:00");
        assertThat(line.path("price_unit").asInt()).isEqualTo(7);
        assertThat(odoo.count("stock.picking", is("origin", name(ids.get(0))))).isOne();
    }

    @Test
    void aSplitMakesALineForEachFurtherPart() throws Exception {
        List<Long> ids = odoo.order(1);
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
        long child = Long.parseLong(result.created().substring("purchase.order.line,".length()));
        JsonNode line =
                odoo.read(
                        "purchase.order.line",
                        child,
                        "product_qty",
                        "date_planned",
                        "price_unit",
                        "move_ids");
        assertThat(line.path("product_qty").asInt()).isEqualTo(40);
        assertThat(line.path("date_planned").asText()).isEqualTo("2027-02-20 08:00:00");
        assertThat(line.path("price_unit").asInt()).isEqualTo(7);
        JsonNode move =
                odoo.read("stock.move", line.path("move_ids").path(0).asLong(), "product_uom_qty");
        assertThat(move.path("product_uom_qty").asInt()).isEqualTo(40);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(again.created()).isEqualTo(result.created());
        assertThat(odoo.count("purchase.order.line", is("order_id", ids.get(0)))).isEqualTo(2);
    }

    @Test
    void notesAndMessagesAreWrittenAsText() throws Exception {
        List<Long> ids = odoo.order(1);
        CommandResult note =
                apply(
                        command(CommandKind.POST_NOTE, ids.get(0), ids.get(1))
                                .setNote("60 < 100 & more")
                                .build());
        CommandResult message =
                apply(
                        command(CommandKind.POST_MESSAGE, ids.get(0), null)
                                .setNote("for everybody")
                                .build());

        assertThat(note.outcome()).isEqualTo(APPLIED);
        long id = Long.parseLong(note.created().substring("mail.message,".length()));
        assertThat(odoo.text("mail.message", id, "body")).contains("60 &lt; 100 &amp; more");
        assertThat(message.outcome()).isEqualTo(APPLIED);
        assertThat(odoo.messages(ids.get(0), "for everybody")).isOne();
    }

    @Test
    void anActivityIsMadeForTheRightUserAndDoneOnce() throws Exception {
        List<Long> ids = odoo.order(1);
        OdooCommand review =
                command(CommandKind.REVIEW_ACTIVITY, ids.get(0), ids.get(1))
                        .setNote("only 60")
                        .build();
        CommandResult made = apply(review);
        CommandResult assigned =
                apply(
                        command(CommandKind.ASSIGN_ACTIVITY, ids.get(0), null)
                                .setNote("please call")
                                .setAssignee(odoo.adminLogin())
                                .build());
        CommandResult done = apply(completed(review));
        CommandResult again = apply(completed(review));

        assertThat(made.outcome()).isEqualTo(APPLIED);
        assertThat(assigned.outcome()).isEqualTo(APPLIED);
        assertThat(done.outcome()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        List<Long> left =
                odoo.find(
                        "mail.activity",
                        is("res_model", "purchase.order"),
                        is("res_id", ids.get(0)));
        assertThat(left).hasSize(1);
        assertThat(odoo.text("mail.activity", left.get(0), "note")).contains("please call");
    }

    @Test
    void anOrderIsAcknowledgedAndGetsTheVendorsReference() throws Exception {
        List<Long> ids = odoo.order(1);
        OdooCommand.Builder acknowledge =
                command(CommandKind.ACKNOWLEDGE_ORDER, ids.get(0), ids.get(1));
        CommandResult first = apply(acknowledge.build());
        CommandResult second = apply(acknowledge.setCommandId("other " + odoo.run).build());
        CommandResult reference =
                apply(
                        command(CommandKind.SET_VENDOR_REFERENCE, ids.get(0), null)
                                .setValue("SO-1")
                                .setExpect("")
                                .build());

        assertThat(first.outcome()).isEqualTo(APPLIED);
        assertThat(second.outcome()).isEqualTo(DUPLICATE);
        assertThat(reference.outcome()).isEqualTo(APPLIED);
        assertThat(odoo.text("purchase.order", ids.get(0), "partner_ref")).isEqualTo("SO-1");
    }

    @Test
    void aReceiptGetsATrackingReferenceAndADate() throws Exception {
        List<Long> ids = odoo.order(2);
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
        long receipt = odoo.find("stock.picking", is("origin", name(ids.get(0)))).get(0);
        CommandResult ofReceipt =
                apply(
                        command(CommandKind.SET_RECEIPT_DATE, null, null)
                                .setReceiptId(receipt)
                                .setValue("2027-02-06 00:00:00")
                                .build());

        assertThat(tracking.outcome()).isEqualTo(APPLIED);
        assertThat(odoo.text("stock.picking", receipt, "carrier_tracking_ref")).isEqualTo("1Z999");
        assertThat(ofLine.outcome()).isEqualTo(APPLIED);
        assertThat(ofReceipt.outcome()).isEqualTo(APPLIED);
        assertThat(odoo.text("stock.picking", receipt, "scheduled_date"))
                .isEqualTo("2027-02-06 00:00:00");
    }

    @Test
    void aBillIsDraftedOnceForAVendorAndNumber() throws Exception {
        List<Long> ids = odoo.order(1);
        OdooCommand.Builder bill =
                command(CommandKind.DRAFT_BILL, ids.get(0), null)
                        .setValue("INV " + odoo.run)
                        .setBill(
                                CommandBill.newBuilder()
                                        .setBillDate(LocalDate.of(2027, 1, 11))
                                        .setLines(List.of(billLine(ids.get(1))))
                                        .build());
        CommandResult made = apply(bill.build());
        CommandResult again = apply(bill.setCommandId("second " + odoo.run).build());

        assertThat(made.outcome()).as(made.toString()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(again.created()).isEqualTo(made.created());
        long id = Long.parseLong(made.created().substring("account.move,".length()));
        JsonNode move = odoo.read("account.move", id, "state", "ref", "amount_untaxed");
        assertThat(move.path("state").asText()).isEqualTo("draft");
        assertThat(move.path("amount_untaxed").asDouble()).isEqualTo(412.5);
        assertThat(
                        odoo.read("purchase.order.line", ids.get(1), "qty_invoiced")
                                .path("qty_invoiced")
                                .asInt())
                .isEqualTo(55);
    }

    @Test
    void theLinesOfAnInvoiceComeOneByOneIntoOneDraft() throws Exception {
        List<Long> ids = odoo.order(2);
        String number = "MANY " + odoo.run;

        CommandResult first = apply(bill(ids.get(0), ids.get(1), number, "l1"));
        CommandResult second = apply(bill(ids.get(0), ids.get(2), number, "l2"));
        CommandResult again = apply(bill(ids.get(0), ids.get(2), number, "l3"));

        assertThat(first.outcome()).as(first.toString()).isEqualTo(APPLIED);
        assertThat(second.outcome()).as(second.toString()).isEqualTo(APPLIED);
        assertThat(again.outcome()).isEqualTo(DUPLICATE);
        assertThat(List.of(second.created(), again.created())).containsOnly(first.created());
        long id = Long.parseLong(first.created().substring("account.move,".length()));
        assertThat(odoo.read("account.move", id, "amount_untaxed").path("amount_untaxed").asInt())
                .isEqualTo(825);
    }

    @Test
    void aPersonsDraftIsLeftAsItIs() throws Exception {
        List<Long> ids = odoo.order(2);
        String number = "OWN " + odoo.run;
        long own =
                odoo.create(
                        "account.move",
                        Map.of(
                                "move_type",
                                "in_invoice",
                                "partner_id",
                                odoo.vendor,
                                "ref",
                                number));

        CommandResult result = apply(bill(ids.get(0), ids.get(1), number, "o1"));
        CommandResult next = apply(bill(ids.get(0), ids.get(2), number, "o2"));

        assertThat(List.of(result.outcome(), next.outcome())).containsOnly(DUPLICATE);
        assertThat(result.created()).isEqualTo("account.move," + own);
        assertThat(odoo.read("account.move", own, "amount_untaxed").path("amount_untaxed").asInt())
                .isZero();
    }

    private OdooCommand bill(long order, long line, String number, String id) {
        return command(CommandKind.DRAFT_BILL, order, null)
                .setCommandId(id + " " + odoo.run)
                .setValue(number)
                .setBill(
                        CommandBill.newBuilder()
                                .setBillDate(LocalDate.of(2027, 1, 11))
                                .setLines(List.of(billLine(line)))
                                .build())
                .build();
    }

    @Test
    void aPriceAndALeadTimeGoIntoTheSuppliersRow() throws Exception {
        odoo.order(1);
        CommandResult price = apply(price("9.25"));
        CommandResult lead =
                apply(
                        command(CommandKind.SET_LEAD_TIME, null, null)
                                .setItem(item())
                                .setValue("12")
                                .build());
        List<Long> rows = odoo.find("product.supplierinfo", is("partner_id", odoo.vendor));
        JsonNode row = odoo.read("product.supplierinfo", rows.get(0), "price", "delay");
        CommandResult gone = apply(price(null));

        assertThat(price.outcome()).as(price.toString()).isEqualTo(APPLIED);
        assertThat(lead.outcome()).as(lead.toString()).isEqualTo(APPLIED);
        assertThat(rows).hasSize(1);
        assertThat(row.path("price").asDouble()).isEqualTo(9.25);
        assertThat(row.path("delay").asInt()).isEqualTo(12);
        assertThat(gone.outcome()).isEqualTo(APPLIED);
        assertThat(odoo.text("product.supplierinfo", rows.get(0), "date_end"))
                .isLessThan(
                        LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC).toString());
    }

    @Test
    void cancelledOrdersAndMissingLinesAreRejectedInWords() throws Exception {
        List<Long> ids = odoo.order(1);
        CommandResult missing =
                apply(date(ids.get(0), 1_999_999_999L, "2027-02-01 00:00:00", null));
        odoo.call("purchase.order", ids.get(0), "button_cancel");
        CommandResult cancelled = apply(date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", null));

        assertThat(missing.outcome()).isEqualTo(REJECTED);
        assertThat(missing.error())
                .isEqualTo("Line 1999999999 of order " + ids.get(0) + " does not exist");
        assertThat(cancelled.outcome()).isEqualTo(REJECTED);
        assertThat(cancelled.error()).isEqualTo("Order " + name(ids.get(0)) + " is cancelled");
    }

    private String name(long order) throws Exception {
        return odoo.text("purchase.order", order, "name");
    }

    private static OdooCommand completed(OdooCommand earlier) {
        return command(CommandKind.COMPLETE_ACTIVITY, null, null)
                .setRefersTo(earlier.getCommandId())
                .setNote("confirmed since")
                .build();
    }

    private static CommandPart part(String quantity, String time) {
        return CommandPart.newBuilder()
                .setQuantity(decimal(quantity))
                .setUnit("C62")
                .setPlannedAt(Instant.parse(time))
                .build();
    }

    private CommandBillLine billLine(long line) {
        return CommandBillLine.newBuilder()
                .setLineId(line)
                .setQuantity(decimal("55"))
                .setUnit("C62")
                .setUnitPrice(decimal("7.5"))
                .setCurrency(odoo.currency)
                .build();
    }

    private CommandItem item() {
        return CommandItem.newBuilder()
                .setItemKey("live/1/" + odoo.vendor + "/" + odoo.run)
                .setVendor(Long.toString(odoo.vendor))
                .setOwnItem(odoo.run)
                .build();
    }

    private OdooCommand price(String value) {
        CommandPrice.Builder price = CommandPrice.newBuilder().setMinQuantity(decimal("0"));
        if (value != null) {
            price.setUnit("C62")
                    .setCurrency(odoo.currency)
                    .setValidFrom(Instant.parse("2026-11-01T00:00:00Z"));
        }
        return command(CommandKind.SET_SUPPLIER_PRICE, null, null)
                .setItem(item())
                .setValue(value)
                .setPrice(price.build())
                .build();
    }
}
