package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.DeadLetter;
import io.milepost.events.MoveState;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.kafka.KafkaConnection;
import io.milepost.local.stack.EmbeddedStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job odoo-changes over change records: a real PostgreSQL with Odoo's tables, Debezium's
 * connector in a real worker of Kafka Connect, the real broker.
 */
@ExtendWith(SharedStack.class)
@DisplayName("odoo-changes over change records")
class CaptureTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String MOVED = "2026-12-20 08:00:00";
    private static final String FIRST_THOUGHT = "2027-01-01 08:00:00";
    private static final String NEVER = "2027-09-09 09:00:00";

    private OdooDatabase odoo;
    private ConnectWorker worker;
    private long vendor;
    private long product;

    @BeforeEach
    void start() throws Exception {
        odoo = OdooDatabase.start();
        vendor = odoo.vendor("Bolts & Sons");
        product = odoo.product("M8-40", vendor, "BS-840");
    }

    @AfterEach
    void stop() throws Exception {
        if (worker != null) {
            worker.close();
        }
        if (odoo != null) {
            odoo.close();
        }
    }

    private ChangesRun run(EmbeddedStack stack, Path folder, String name, String... arguments)
            throws Exception {
        String topic = name + ".records";
        KafkaConnection kafka = KafkaConnection.plain(stack.bootstrapServers(), "");
        try (Admin admin = kafka.openAdmin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        worker = new ConnectWorker(folder, stack.bootstrapServers(), odoo.port(), topic);
        worker.start();
        return new ChangesRun(
                stack,
                List.of(
                        "--odoo-entry=debezium",
                        "--odoo-records-topic=" + topic,
                        "--odoo-instance=odoo"),
                name,
                arguments);
    }

    @Test
    void tellsWhatEachCommittedTransactionLeftOnceThoughEverythingIsKilled(
            EmbeddedStack stack, @TempDir Path folder) throws Exception {
        long before = odoo.order(vendor, product, 2);
        try (ChangesRun run = run(stack, folder, "captured", "--checkpoint-interval=300 ms")) {
            run.await("lines that were there", DEADLINE, () -> run.lines().size() == 2);

            // A transaction that stays open beside shorter ones, with the same tables.
            long first = odoo.lines(before).get(0);
            Connection open = odoo.begin();
            OdooDatabase.run(open, OdooDatabase.date(first, FIRST_THOUGHT));
            long meanwhile = odoo.order(vendor, product, 3);
            run.await("the order meanwhile", DEADLINE, () -> linesOf(run, meanwhile) == 3);
            OdooDatabase.run(open, OdooDatabase.date(first, MOVED));
            open.commit();
            run.await("what took long", DEADLINE, () -> line(run, before, first).equals(MOVED));

            // A transaction that nobody ever sees, and one that changes its mind.
            OdooDatabase.run(open, OdooDatabase.date(first, NEVER));
            open.rollback();
            open.close();
            long second = odoo.lines(before).get(1);
            odoo.run(
                    OdooDatabase.date(second, FIRST_THOUGHT),
                    "update purchase_order set date_planned = '%s' where id = %d"
                            .formatted(MOVED, before),
                    OdooDatabase.date(second, MOVED));

            // Deletion of a line, and of an order with its lines.
            long gone = odoo.lines(meanwhile).get(2);
            odoo.run(
                    "delete from stock_move where purchase_line_id = " + gone,
                    "delete from purchase_order_line where id = " + gone);
            long wholeOrder = odoo.order(vendor, product, 2);
            run.await("an order to delete", DEADLINE, () -> linesOf(run, wholeOrder) == 2);

            stack.cluster().replaceTaskManagers();
            odoo.run(
                    "delete from stock_move where purchase_line_id in (select id from"
                            + " purchase_order_line where order_id = "
                            + wholeOrder
                            + ")",
                    "delete from purchase_order where id = " + wholeOrder);
            receive(meanwhile);
            worker.kill();
            long down = odoo.order(vendor, product, 2);
            odoo.run("update product_product set default_code = 'M8-40-ZN'");
            odoo.run("update res_partner set name = 'Bolts & Daughters'");
            odoo.run("update product_category set complete_name = 'All / Screws' where id = 2");
            odoo.run("update product_supplierinfo set product_code = 'BD-840'");
            bill(meanwhile);
            long whole = odoo.lines(meanwhile).get(1);
            long part = odoo.split(whole);
            worker.start();

            run.await(
                    "what happened while Connect was down",
                    DEADLINE,
                    () -> linesOf(run, down) == 2);
            awaitTruth(run);
            long lastCommit = odoo.number("select extract(epoch from now())::bigint * 1000");
            run.await("a promise behind everything", DEADLINE, () -> run.promised() > lastCommit);
            run.await("balanced books", DEADLINE, () -> run.openBooks().isEmpty());

            assertThat(run.wrong()).isEmpty();
            assertThat(run.told(DeadLetter.class)).isEmpty();
            assertThat(run.dates()).doesNotContain(instant(FIRST_THOUGHT), instant(NEVER));
            assertThat(run.lines().get(key(meanwhile, gone)).getCancelled()).isTrue();
            assertThat(run.lines().get(key(meanwhile, part)).getSplitOf()).isEqualTo(whole);
            assertThat(run.lines().get(key(meanwhile, whole)).getSplitOf()).isNull();
            assertThat(run.lines().entrySet())
                    .filteredOn(line -> line.getKey().startsWith("odoo/1/" + wholeOrder + "/"))
                    .hasSize(2)
                    .allMatch(line -> line.getValue().getCancelled());
            assertThat(run.books()).containsKeys("captured.records", "odoo/purchase.order.line");
            receiptsAndBillsAreTold(run, meanwhile);
        }
    }

    @Test
    void wouldTellChangesTwiceIfTheGuaranteeWereOnlyAtLeastOnce(
            EmbeddedStack stack, @TempDir Path folder) throws Exception {
        odoo.order(vendor, product, 2);
        try (ChangesRun run =
                // No checkpoint before the failure: everything is read and written again.
                run(
                        stack,
                        folder,
                        "captured-twice",
                        "--checkpoint-interval=4 min",
                        "--guarantee=at-least-once")) {
            run.await("lines that were there", DEADLINE, () -> run.lines().size() == 2);
            stack.cluster().replaceTaskManagers();
            run.await("a line that is told twice", DEADLINE, () -> !run.wrong().isEmpty());
        }
    }

    /** 40 of a line come, the rest stays open in a backorder; the order knows. */
    private void receive(long order) throws Exception {
        long line = odoo.lines(order).get(0);
        odoo.run(
                """
                do $$ declare b int; begin
                insert into stock_picking (picking_type_id, company_id, name, state, backorder_id, write_date)
                select 1, 1, 'WH/IN/B' || %d, 'assigned', picking_id, %s from stock_move
                    where purchase_line_id = %d returning id into b;
                insert into stock_move (company_id, product_id, product_uom, picking_id, purchase_line_id, name,
                    state, product_uom_qty, quantity, picked, date, write_date)
                select company_id, product_id, product_uom, b, purchase_line_id, name, 'assigned', 60, 60, false,
                    date, %s from stock_move where purchase_line_id = %d;
                update stock_move set state = 'done', product_uom_qty = 40, quantity = 40, picked = true,
                    date = date_trunc('second', %s), write_date = %s
                    where purchase_line_id = %d and product_uom_qty = 100;
                update stock_picking set state = 'done', carrier_tracking_ref = '1Z999', write_date = %s
                    where id = (select picking_id from stock_move where purchase_line_id = %d and state = 'done');
                update purchase_order_line set qty_received = 40, write_date = %s where id = %d;
                end $$
                """
                        .formatted(
                                order, NOW, line, NOW, line, NOW, NOW, line, NOW, line, NOW, line));
    }

    private void bill(long order) throws Exception {
        long line = odoo.lines(order).get(0);
        odoo.run(
                """
                do $$ declare m int; begin
                insert into account_move (company_id, currency_id, partner_id, ref, state, move_type,
                    payment_state, date, invoice_date, write_date)
                values (1, 1, %d, 'INV-77', 'posted', 'in_invoice', 'not_paid', '2026-12-01', '2026-12-01', %s)
                    returning id into m;
                insert into account_move_line (move_id, company_id, purchase_line_id, product_uom_id,
                    display_type, quantity, price_unit, write_date)
                values (m, 1, %d, 1, 'product', 40, 1.10, %s), (m, 1, null, null, 'payment_term', 0, 0, %s);
                end $$
                """
                        .formatted(vendor, NOW, line, NOW, NOW));
    }

    private static final String NOW = OdooDatabase.NOW;

    private void receiptsAndBillsAreTold(ChangesRun run, long order) {
        assertThat(run.told(OdooReceipt.class))
                .filteredOn(receipt -> receipt.getState() == MoveState.DONE)
                .singleElement()
                .satisfies(
                        receipt -> {
                            assertThat(receipt.getOrderId()).isEqualTo(order);
                            assertThat(receipt.getQuantity()).isEqualByComparingTo("40");
                            assertThat(receipt.getEnvelope().getReferences())
                                    .anyMatch(reference -> reference.getValue().equals("1Z999"));
                        });
        assertThat(run.told(OdooBill.class))
                .singleElement()
                .satisfies(
                        bill -> {
                            assertThat(bill.getVendorReference()).isEqualTo("INV-77");
                            assertThat(bill.getQuantity()).isEqualByComparingTo("40");
                            assertThat(bill.getUnit()).isEqualTo("C62");
                            assertThat(bill.getCurrency()).isEqualTo("EUR");
                        });
        assertThat(run.told(OdooOrder.class))
                .allMatch(each -> each.getOrderState() == OrderState.PURCHASE);
    }

    /** What the database says of each line now, in one query, is what was told of it last. */
    private void awaitTruth(ChangesRun run) throws Exception {
        Map<String, String> truth = new TreeMap<>();
        for (String row :
                odoo.column(
                        """
                        select concat_ws('|', 'odoo/' || o.company_id || '/' || o.id || '/' || l.id, o.name, v.name,
                            s.product_code, p.default_code, c.complete_name, w.code, i.code, e.name,
                            l.product_qty::numeric(18,6), l.price_unit::numeric(18,6), l.date_planned)
                        from purchase_order_line l join purchase_order o on o.id = l.order_id
                        join res_partner v on v.id = o.partner_id join product_product p on p.id = l.product_id
                        join product_template t on t.id = p.product_tmpl_id join product_category c on c.id = t.categ_id
                        join product_supplierinfo s on s.product_tmpl_id = t.id and s.partner_id = v.id
                        join stock_picking_type k on k.id = o.picking_type_id
                        join stock_warehouse w on w.id = k.warehouse_id
                        join account_incoterms i on i.id = o.incoterm_id join res_currency e on e.id = o.currency_id
                        """)) {
            truth.put(row.substring(0, row.indexOf('|')), row);
        }
        Predicate<Map.Entry<String, OdooOrderLine>> there = line -> !line.getValue().getCancelled();
        run.await(
                "the truth of every line: " + truth,
                DEADLINE,
                () -> {
                    Map<String, String> told = new TreeMap<>();
                    run.lines().entrySet().stream()
                            .filter(there)
                            .forEach(line -> told.put(line.getKey(), text(line)));
                    return told.equals(truth);
                });
        assertThat(run.lines().values())
                .allMatch(line -> line.getUnit().equals("C62"), "the unit by its external id");
    }

    private static String text(Map.Entry<String, OdooOrderLine> entry) {
        OdooOrderLine line = entry.getValue();
        return String.join(
                "|",
                entry.getKey(),
                line.getOrderName(),
                line.getVendorName(),
                line.getVendorItem(),
                line.getOwnItem(),
                line.getCategory(),
                line.getWarehouse(),
                line.getIncoterm(),
                line.getCurrency(),
                line.getQuantity().toPlainString(),
                line.getUnitPrice().toPlainString(),
                line.getPlannedAt().toString().replace('T', ' ').replace("Z", ""));
    }

    private static long linesOf(ChangesRun run, long order) {
        return run.lines().keySet().stream()
                .filter(key -> key.startsWith("odoo/1/" + order + "/"))
                .count();
    }

    /** The planned date of a line as it was told last. */
    private static String line(ChangesRun run, long order, long line) {
        Instant planned = run.lines().get(key(order, line)).getPlannedAt();
        return planned.toString().replace('T', ' ').replace("Z", "");
    }

    private static String key(long order, long line) {
        return "odoo/1/" + order + "/" + line;
    }

    private static Instant instant(String text) {
        return Instant.parse(text.replace(' ', 'T') + "Z");
    }
}
