package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.FakeOdoo.values;

import io.milepost.odoo.client.OdooException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;

/** A company that buys, with what its order lines are made of, and a reader of its changes. */
final class Shop {

    static final Origin ORIGIN = new Origin("acme", 1);

    final FakeOdoo odoo;
    final AtomicLong nanos = new AtomicLong();
    private final HorizonSource horizons;
    private final ReaderSettings settings;
    private final List<UnmappedRow> unmapped = new ArrayList<>();
    private StreamReader reader;
    private OptionalLong heartbeat = OptionalLong.empty();

    Shop(FakeOdoo odoo, HorizonSource horizons, ReaderSettings settings, ChangeStream stream) {
        this.odoo = odoo;
        this.horizons = horizons;
        this.settings = settings;
        open(StreamState.start(stream, ORIGIN));
        furnish();
    }

    static Shop reading(ChangeStream stream) {
        return reading(stream, 18);
    }

    static Shop reading(ChangeStream stream, int series) {
        FakeOdoo odoo = new FakeOdoo(series);
        return new Shop(odoo, odoo::horizon, ReaderSettings.DEFAULT, stream);
    }

    private void furnish() {
        odoo.put("res.partner", 44, values("name", "Acme Fasteners", "parent_id", false));
        odoo.put("res.currency", 1, values("name", "EUR"));
        odoo.put(
                "uom.uom",
                1,
                values(
                        "name",
                        "Stück",
                        "factor_inv",
                        1.0,
                        "factor",
                        1.0,
                        "xmlid",
                        "uom.product_uom_unit"));
        odoo.put("uom.uom", 2, values("name", "Dozens", "factor_inv", 12.0, "xmlid", false));
        odoo.put("uom.uom", 3, values("name", "Box of 24", "factor_inv", 24.0, "xmlid", false));
        odoo.put("account.incoterms", 5, values("code", "DAP"));
        odoo.put("stock.warehouse", 1, values("code", "HAM"));
        odoo.put("stock.picking.type", 1, values("warehouse_id", 1));
        odoo.put("product.category", 9, values("complete_name", "All / Bolts"));
        odoo.put("product.template", 40, values("categ_id", 9));
        odoo.put(
                "product.product",
                51,
                values(
                        "default_code",
                        "M8-BOLT",
                        "barcode",
                        "4012345678901",
                        "categ_id",
                        9,
                        "product_tmpl_id",
                        40));
        odoo.put(
                "product.supplierinfo",
                30,
                values(
                        "partner_id", 44,
                        "product_id", false,
                        "product_tmpl_id", 40,
                        "product_code", "AC-M8",
                        "sequence", 1));
    }

    /** An order of one line of 100 bolts that has the same number. */
    void order(long id) {
        odoo.pass(1);
        FakeOdoo.Transaction transaction = odoo.begin();
        put(transaction, id);
        transaction.commit();
    }

    static void put(FakeOdoo.Transaction transaction, long id) {
        transaction.put(
                "purchase.order",
                id,
                values(
                        "name",
                        "P" + id,
                        "state",
                        "purchase",
                        "partner_id",
                        44,
                        "partner_ref",
                        "ACME-Q-77",
                        "currency_id",
                        1,
                        "picking_type_id",
                        1,
                        "incoterm_id",
                        5,
                        "date_order",
                        "2026-02-27 09:00:00",
                        "date_approve",
                        "2026-02-28 10:00:00",
                        "date_planned",
                        "2026-04-01 08:00:00",
                        "company_id",
                        1));
        transaction.put("purchase.order.line", id, line(id));
    }

    static Map<String, Object> line(long order) {
        return values(
                "order_id",
                order,
                "sequence",
                10,
                "name",
                "[M8-BOLT] M8 bolt",
                "product_id",
                51,
                "product_qty",
                100.0,
                "product_uom",
                1,
                "price_unit",
                1.1,
                "date_planned",
                "2026-04-01 08:00:00",
                "display_type",
                false,
                "qty_received",
                0.0,
                "qty_received_method",
                "stock_moves",
                "company_id",
                1);
    }

    void date(long line, String date) {
        odoo.put("purchase.order.line", line, values("date_planned", date));
    }

    private void open(StreamState state) {
        reader = new StreamReader(odoo, horizons, settings, state, nanos::get);
    }

    /** Another reader in place of this one, from the bytes of its state. */
    void restart() throws Exception {
        open(StreamStateCodec.read(StreamStateCodec.write(reader.state())));
    }

    StreamReader reader() {
        return reader;
    }

    List<UnmappedRow> unmapped() {
        return unmapped;
    }

    OptionalLong heartbeat() {
        return heartbeat;
    }

    /** One step's events. */
    List<SpecificRecord> step() throws OdooException, InterruptedException {
        ChangeBatch batch = reader.step();
        unmapped.addAll(batch.unmapped());
        if (batch.heartbeatMicros().isPresent()) {
            heartbeat = batch.heartbeatMicros();
        }
        return batch.events().stream().map(ChangeEvent::event).toList();
    }

    /** Steps until there is nothing to read; the events. */
    List<SpecificRecord> poll() throws OdooException, InterruptedException {
        odoo.pass(1);
        List<SpecificRecord> events = new ArrayList<>();
        while (true) {
            ChangeBatch batch = reader.step();
            batch.events().forEach(each -> events.add(each.event()));
            unmapped.addAll(batch.unmapped());
            if (batch.heartbeatMicros().isPresent()) {
                heartbeat = batch.heartbeatMicros();
            }
            if (batch.idle()) {
                return events;
            }
        }
    }

    <T> List<T> poll(Class<T> type) throws OdooException, InterruptedException {
        return poll().stream().filter(type::isInstance).map(type::cast).toList();
    }

    void wait(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
