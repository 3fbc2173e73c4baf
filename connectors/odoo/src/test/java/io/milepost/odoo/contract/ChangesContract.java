package io.milepost.odoo.contract;

import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.BillState;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.odoo.changes.ActionHorizon;
import io.milepost.odoo.changes.ChangeBatch;
import io.milepost.odoo.changes.ChangeEvent;
import io.milepost.odoo.changes.ChangeStream;
import io.milepost.odoo.changes.Origin;
import io.milepost.odoo.changes.ReaderSettings;
import io.milepost.odoo.changes.StreamReader;
import io.milepost.odoo.changes.StreamState;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.RecordIds;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of the changes that people make, as the bot sees them. */
public abstract class ChangesContract {

    private final Map<ChangeStream, StreamReader> readers = new EnumMap<>(ChangeStream.class);
    private TestServer odoo;

    /** How the server is reached. */
    protected abstract ServerAccess access();

    @BeforeEach
    void open() throws Exception {
        odoo = new TestServer(access());
        UpdateAction action = UpdateAction.find(odoo.bot);
        for (ChangeStream stream : ChangeStream.values()) {
            StreamReader reader =
                    new StreamReader(
                            odoo.bot,
                            ActionHorizon.of(action),
                            new ReaderSettings(500, 20_000, Duration.ZERO),
                            StreamState.start(stream, new Origin("acme", 1)));
            readers.put(stream, reader);
            // Everything that was there before.
            boolean idle = false;
            while (!idle) {
                ChangeBatch batch = reader.step();
                assertThat(batch.unmapped()).isEmpty();
                idle = batch.idle();
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        odoo.close();
    }

    private <T> List<T> until(ChangeStream stream, Class<T> type, Predicate<T> fits)
            throws Exception {
        List<T> events = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (events.stream().noneMatch(fits)) {
            assertThat(System.nanoTime()).as("found only %s", events).isLessThan(end);
            ChangeBatch batch = readers.get(stream).step();
            assertThat(batch.unmapped()).isEmpty();
            for (ChangeEvent event : batch.events()) {
                if (type.isInstance(event.event())) {
                    events.add(type.cast(event.event()));
                }
            }
            if (batch.idle()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        return events;
    }

    private static <T> T last(List<T> events) {
        return events.get(events.size() - 1);
    }

    @Test
    void aLineIsToldWholeAndAgainWhenSomethingOfItChanges() throws Exception {
        List<Long> ids = odoo.order(1);
        long line = ids.get(1);
        OdooOrderLine told =
                last(
                        until(
                                ChangeStream.ORDERS,
                                OdooOrderLine.class,
                                each -> each.getLineId() == line));
        assertThat(told.getOrderId()).isEqualTo(ids.get(0));
        assertThat(told.getOrderState()).isEqualTo(OrderState.PURCHASE);
        assertThat(told.getVendor()).isEqualTo(Long.toString(odoo.vendor));
        assertThat(told.getVendorName()).isEqualTo(odoo.run);
        assertThat(told.getOwnItem()).isEqualTo(odoo.run);
        assertThat(told.getUnit()).isEqualTo("C62");
        assertThat(told.getUnitFactor()).isEqualByComparingTo("1");
        assertThat(told.getQuantity()).isEqualByComparingTo("100");
        assertThat(told.getUnitPrice()).isEqualByComparingTo("7");
        assertThat(told.getCurrency()).hasSize(3);
        assertThat(told.getConfirmedAt()).isNotNull();
        assertThat(told.getPlannedAt()).isEqualTo(Instant.parse("2027-01-10T08:00:00Z"));

        odoo.write("purchase.order.line", line, Map.of("date_planned", "2027-01-10 08:00:00"));
        odoo.write("product.product", odoo.product, Map.of("barcode", odoo.run));
        OdooOrderLine again =
                last(
                        until(
                                ChangeStream.ORDERS,
                                OdooOrderLine.class,
                                each -> each.getLineId() == line));
        assertThat(again.getGtin()).isEqualTo(odoo.run);
        assertThat(again.getVersion()).isGreaterThan(told.getVersion());
        odoo.write("purchase.order", ids.get(0), Map.of("partner_ref", "SO-1"));
        assertThat(
                        last(until(
                                        ChangeStream.ORDERS,
                                        OdooOrder.class,
                                        each -> each.getOrderId() == ids.get(0)))
                                .getVendorReference())
                .isEqualTo("SO-1");
    }

    @Test
    void aPartNamesTheLineThatItWasSplitOffFrom() throws Exception {
        List<Long> ids = odoo.order(2);
        long line = ids.get(1);
        BatchApplier applier = TestApplier.claimed(odoo.bot, odoo.run + "/split");
        OdooCommand split =
                command(CommandKind.SPLIT_LINE, ids.get(0), line)
                        .setParts(
                                List.of(
                                        part("60", "2027-01-10T08:00:00Z"),
                                        part("30", "2027-02-20T08:00:00Z"),
                                        part("10", "2027-03-20T08:00:00Z")))
                        .build();
        CommandResult result = applier.apply(List.of(at(1, split))).get(0);
        List<Long> parts =
                Stream.of(result.created().split(" "))
                        .map(made -> Long.valueOf(made.substring(made.indexOf(',') + 1)))
                        .toList();
        odoo.leave(ids.get(0));

        List<OdooOrderLine> told =
                until(
                        ChangeStream.ORDERS,
                        OdooOrderLine.class,
                        each -> each.getLineId() == parts.get(1));

        assertThat(told)
                .filteredOn(each -> parts.contains(each.getLineId()))
                .extracting(OdooOrderLine::getLineId, OdooOrderLine::getSplitOf)
                .containsExactlyInAnyOrder(tuple(parts.get(0), line), tuple(parts.get(1), line));
        assertThat(told)
                .filteredOn(each -> !parts.contains(each.getLineId()))
                .extracting(OdooOrderLine::getSplitOf)
                .containsOnlyNulls();
        odoo.write(
                "purchase.order.line", parts.get(1), Map.of("date_planned", "2027-04-01 08:00:00"));
        assertThat(
                        last(until(
                                        ChangeStream.ORDERS,
                                        OdooOrderLine.class,
                                        each -> each.getLineId() == parts.get(1)))
                                .getSplitOf())
                .as("told again when it changes")
                .isEqualTo(line);
    }

    private static CommandPart part(String quantity, String time) {
        return CommandPart.newBuilder()
                .setQuantity(decimal(quantity))
                .setUnit("C62")
                .setPlannedAt(Instant.parse(time))
                .build();
    }

    @Test
    void aReceiptAndItsRestAreTold() throws Exception {
        List<Long> ids = odoo.order(1);
        long line = ids.get(1);
        OdooReceipt planned =
                last(
                        until(
                                ChangeStream.RECEIPTS,
                                OdooReceipt.class,
                                each -> each.getLineId() == line));
        assertThat(planned.getState()).isEqualTo(MoveState.PLANNED);
        long move = planned.getMoveId();
        Map<String, Object> done =
                odoo.admin.version().series() < 17
                        ? Map.of("quantity_done", 40)
                        : Map.of("quantity", 40, "picked", true);
        odoo.write("stock.move", move, done);
        long transfer =
                RecordIds.of(odoo.read("stock.move", move, "picking_id").path("picking_id").path(0))
                        .get(0);
        odoo.admin.call(
                OdooCall.records("stock.picking", List.of(transfer), "button_validate")
                        .inContext("skip_backorder", OdooJson.node(true)));
        odoo.leave(ids.get(0));

        List<OdooReceipt> told = new ArrayList<>();
        while (told.stream().filter(each -> each.getLineId() == line).count() < 2) {
            told.addAll(
                    until(
                            ChangeStream.RECEIPTS,
                            OdooReceipt.class,
                            each -> each.getLineId() == line));
        }
        assertThat(told)
                .filteredOn(each -> each.getLineId() == line)
                .extracting(OdooReceipt::getState, each -> each.getQuantity().intValue())
                .contains(tuple(MoveState.DONE, 40), tuple(MoveState.PLANNED, 60));
        assertThat(told)
                .filteredOn(each -> each.getMoveId() == move)
                .allSatisfy(each -> assertThat(each.getReceiptName()).contains("/IN/"));
    }

    @Test
    void aBillIsTold() throws Exception {
        List<Long> ids = odoo.order(1);
        odoo.create(
                "account.move",
                Map.of(
                        "move_type",
                        "in_invoice",
                        "partner_id",
                        odoo.vendor,
                        "invoice_date",
                        "2026-03-23",
                        "ref",
                        "RE-" + odoo.run,
                        "invoice_line_ids",
                        List.of(
                                List.of(
                                        0,
                                        0,
                                        Map.of(
                                                "product_id",
                                                odoo.product,
                                                "quantity",
                                                40,
                                                "price_unit",
                                                7,
                                                "purchase_line_id",
                                                ids.get(1))))));

        OdooBill bill =
                last(
                        until(
                                ChangeStream.BILLS,
                                OdooBill.class,
                                each -> each.getLineId() == ids.get(1)));

        assertThat(bill.getState()).isEqualTo(BillState.DRAFT);
        assertThat(bill.getVendorReference()).isEqualTo("RE-" + odoo.run);
        assertThat(bill.getQuantity()).isEqualByComparingTo("40");
        assertThat(bill.getUnit()).isEqualTo("C62");
        assertThat(bill.getEnvelope().getOccurredAt())
                .isEqualTo(Instant.parse("2026-03-23T00:00:00Z"));
    }

    @Test
    void aDeletedLineIsToldAsCancelled() throws Exception {
        Map<String, Object> bolt =
                Map.of("product_id", odoo.product, "product_qty", 5, "price_unit", 7);
        long order =
                odoo.create(
                        "purchase.order",
                        Map.of(
                                "partner_id",
                                odoo.vendor,
                                "order_line",
                                List.of(List.of(0, 0, bolt), List.of(0, 0, bolt))));
        List<Long> lines =
                RecordIds.of(odoo.read("purchase.order", order, "order_line").path("order_line"));
        until(ChangeStream.ORDERS, OdooOrderLine.class, each -> each.getLineId() == lines.get(1));

        odoo.call("purchase.order.line", lines.get(1), "unlink");

        OdooOrderLine gone =
                last(
                        until(
                                ChangeStream.ORDERS,
                                OdooOrderLine.class,
                                each -> each.getLineId() == lines.get(1)));
        assertThat(gone.getCancelled()).isTrue();
        assertThat(gone.getQuantity()).isEqualByComparingTo("5");
        odoo.call("purchase.order", order, "button_cancel");
        odoo.call("purchase.order", order, "unlink");
    }
}
