package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.CONFLICT;
import static io.milepost.events.CommandOutcome.REJECTED;
import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What partners say must not do to Odoo: their text, their fractions, and what is told of none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EdgesContract {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & <b>1</b> ü 漢字 😀";
    private static final String SHOWN = "&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;1";

    private TestServer odoo;
    private BatchApplier applier;
    private long sequence;

    /** The server that is tried. */
    protected abstract ServerAccess access() throws Exception;

    @BeforeAll
    final void open() throws Exception {
        odoo = new TestServer(access());
        applier = TestApplier.claimed(odoo.bot, odoo.run + "/edges");
    }

    @AfterAll
    final void close() throws Exception {
        odoo.close();
    }

    private CommandResult apply(OdooCommand.Builder command) throws Exception {
        return applier.apply(List.of(at(++sequence, command.build()))).get(0);
    }

    private String made(CommandResult result, String field) throws Exception {
        assertThat(result.outcome()).as(result.toString()).isEqualTo(APPLIED);
        String[] record = result.created().split(",", 2);
        return odoo.text(record[0], Long.parseLong(record[1]), field);
    }

    private static void assertText(String html) {
        assertThat(html).contains(SHOWN, "ü 漢字 😀").doesNotContain("<img", "<b>1");
    }

    @Test
    void whatAPartnerWritesIsTextWhereverPeopleReadIt() throws Exception {
        List<Long> ids = odoo.order(1);
        long order = ids.get(0);
        OdooCommand.Builder review =
                command(CommandKind.REVIEW_ACTIVITY, order, ids.get(1)).setNote(HOSTILE);

        assertText(
                made(apply(command(CommandKind.POST_NOTE, order, null).setNote(HOSTILE)), "body"));
        assertText(
                made(
                        apply(command(CommandKind.POST_MESSAGE, order, null).setNote(HOSTILE)),
                        "body"));
        assertText(made(apply(review), "note"));
        assertText(
                made(
                        apply(
                                command(CommandKind.ASSIGN_ACTIVITY, order, null)
                                        .setNote(HOSTILE)
                                        .setAssignee(odoo.adminLogin())),
                        "note"));
        apply(
                command(CommandKind.COMPLETE_ACTIVITY, null, null)
                        .setRefersTo(review.getCommandId())
                        .setNote("done " + HOSTILE));
        List<Long> feedback =
                odoo.find(
                        "mail.message",
                        is("model", "purchase.order"),
                        is("res_id", order),
                        new Object[] {"body", "ilike", "done &lt;img"});
        assertThat(feedback).hasSize(1);
        assertText(odoo.text("mail.message", feedback.get(0), "body"));
    }

    /** A server that was busy may take it in after the task that made it is long gone. */
    @Test
    void aClaimThatComesLateDoesNotFenceTheTaskThatCameAfterIt() throws Exception {
        String shard = odoo.run + "/late-claim";
        UpdateAction action = UpdateAction.find(odoo.bot);
        long seen = action.mark(shard).epoch();
        BatchApplier next = TestApplier.claimed(odoo.bot, shard);

        JsonNode late = claim(action, shard, seen);
        List<CommandResult> results =
                next.apply(List.of(at(1, TestCommands.note(odoo.order(1).get(0), "still ours"))));

        assertThat(late.path("claimed").asBoolean(true)).isFalse();
        assertThat(results).extracting(CommandResult::outcome).containsExactly(APPLIED);
    }

    private JsonNode claim(UpdateAction action, String shard, long seen) throws Exception {
        Map<String, Object> request =
                Map.of("op", "claim", "shard", shard, "from", seen, "series", 0);
        return odoo.bot.call(
                OdooCall.records("ir.actions.server", List.of(action.id()), "run")
                        .inContext("milepost", OdooJson.node(request)));
    }

    @Test
    void aVeryLongNoteIsNotCut() throws Exception {
        String note = "0123456789".repeat(10_000);

        assertThat(
                        made(
                                apply(
                                        command(CommandKind.POST_NOTE, odoo.order(1).get(0), null)
                                                .setNote(note)),
                                "body"))
                .contains(note);
    }

    @Test
    void partsInMoreDecimalsThanOdooKeepsAddUpToTheLine() throws Exception {
        List<Long> ids = odoo.order(1);

        CommandResult result = apply(split(ids, "33.335", "66.665"));

        assertThat(result.outcome()).as(result.toString()).isEqualTo(APPLIED);
        List<Double> quantities = new ArrayList<>();
        for (long line : odoo.find("purchase.order.line", is("order_id", ids.get(0)))) {
            quantities.add(quantity(line));
        }
        assertThat(quantities.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(100, org.assertj.core.data.Offset.offset(0.000001));
        assertThat(quantities).hasSize(2);
    }

    @Test
    void aPartThatOdooCannotKeepIsRefusedAndTheLineStaysWhole() throws Exception {
        List<Long> ids = odoo.order(1);

        CommandResult result = apply(split(ids, "99.999", "0.001"));

        assertThat(result.outcome()).isEqualTo(REJECTED);
        assertThat(result.error()).endsWith("is too small for 2 decimals");
        assertThat(quantity(ids.get(1))).isEqualTo(100);
        assertThat(odoo.count("purchase.order.line", is("order_id", ids.get(0)))).isOne();
    }

    private double quantity(long line) throws Exception {
        return odoo.read("purchase.order.line", line, "product_qty").path("product_qty").asDouble();
    }

    private static OdooCommand.Builder split(List<Long> ids, String first, String second) {
        return command(CommandKind.SPLIT_LINE, ids.get(0), ids.get(1))
                .setParts(List.of(part(first, 10), part(second, 20)));
    }

    private static CommandPart part(String quantity, int day) {
        return CommandPart.newBuilder()
                .setQuantity(decimal(quantity))
                .setUnit("C62")
                .setPlannedAt(Instant.parse("2027-02-" + day + "T08:00:00Z"))
                .build();
    }

    @Test
    void aReceiptDateOfOneOrderIsNotTakenForThatOfAnother() throws Exception {
        long one = odoo.order(1).get(0);
        List<Long> other = odoo.order(1);
        CommandResult ours = apply(receiptDate(one, "2027-02-05 00:00:00"));
        long move = odoo.find("stock.move", is("purchase_line_id", other.get(1))).get(0);
        // A person plans the other order for the same moment, by chance.
        odoo.write("stock.move", move, Map.of("date", "2027-02-05 00:00:00"));

        CommandResult late = apply(receiptDate(other.get(0), "2027-03-01 00:00:00"));

        assertThat(ours.outcome()).isEqualTo(APPLIED);
        assertThat(late.outcome()).isEqualTo(CONFLICT);
        JsonNode moved = odoo.read("stock.move", move, "date");
        assertThat(moved.path("date").asText()).isEqualTo("2027-02-05 00:00:00");
    }

    private static OdooCommand.Builder receiptDate(long order, String date) {
        return command(CommandKind.SET_RECEIPT_DATE, order, null)
                .setValue(date)
                .setExpect("2027-01-10 08:00:00");
    }
}
