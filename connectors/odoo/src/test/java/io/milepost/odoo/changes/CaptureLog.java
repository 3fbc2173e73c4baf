package io.milepost.odoo.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database's log as Debezium writes it to one topic, with the rows that every order needs. */
final class CaptureLog {

    /** When goods are planned to come in. */
    static final String PLANNED = "2026-04-01 08:00:00";

    /** Another time for a line. */
    static final String LATER = "2026-05-01 08:00:00";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<byte[]> records = new ArrayList<>();
    private long position = 1000;
    private long micros = 1_780_000_000_000_000L;
    private int transaction = 700;

    /** Everything that was written, in its order. */
    List<byte[]> records() {
        return List.copyOf(records);
    }

    /** What was written from a place on. */
    List<byte[]> from(int place) {
        return List.copyOf(records.subList(place, records.size()));
    }

    int size() {
        return records.size();
    }

    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    /** A transaction whose rows may have been written before others that were committed earlier. */
    final class Transaction {

        private final int number = transaction++;
        private final List<Map<String, Object>> rows = new ArrayList<>();

        Transaction insert(String table, long id, Map<String, Object> values) {
            return row(table, "c", id, values);
        }

        Transaction update(String table, long id, Map<String, Object> values) {
            return row(table, "u", id, values);
        }

        Transaction delete(String table, long id) {
            return row(table, "d", id, Map.of());
        }

        private Transaction row(String table, String op, long id, Map<String, Object> values) {
            Map<String, Object> image = new LinkedHashMap<>(values);
            image.put("id", id);
            Map<String, Object> record =
                    values(
                            "op",
                            op,
                            "before",
                            op.equals("d") ? image : null,
                            "after",
                            op.equals("d") ? null : image,
                            "source",
                            values(
                                    "table",
                                    table,
                                    "lsn",
                                    position += 8,
                                    "snapshot",
                                    "false",
                                    "ts_us",
                                    micros),
                            "transaction",
                            values(
                                    "id",
                                    number + ":" + position,
                                    "total_order",
                                    rows.size() + 1,
                                    "data_collection_order",
                                    1));
            rows.add(record);
            return this;
        }

        void commit() {
            micros += 1_000_000;
            mark("BEGIN", null);
            rows.forEach(CaptureLog.this::write);
            position += 8;
            mark("END", rows.size());
        }

        private void mark(String status, Integer count) {
            write(
                    values(
                            "status",
                            status,
                            "id",
                            number + ":" + position,
                            "event_count",
                            count,
                            "ts_ms",
                            micros / 1000));
        }
    }

    Transaction begin() {
        return new Transaction();
    }

    void snapshot(String table, String which, long id, Map<String, Object> values) {
        Map<String, Object> image = new LinkedHashMap<>(values);
        image.put("id", id);
        write(
                values(
                        "op",
                        "r",
                        "before",
                        null,
                        "after",
                        image,
                        "source",
                        values("table", table, "lsn", position, "snapshot", which, "ts_us", micros),
                        "transaction",
                        null));
    }

    void write(Object record) {
        try {
            records.add(JSON.writeValueAsBytes(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String text) {
        records.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What lines are made of beside their order. */
    CaptureLog furnish() {
        begin().insert("res_partner", 44, values("name", "Acme Fasteners"))
                .insert("res_currency", 1, values("name", "EUR"))
                .insert(
                        "uom_uom",
                        1,
                        values(
                                "name",
                                "{\"de_DE\": \"Stück\", \"en_US\": \"Pieces\"}",
                                "factor",
                                "1.0"))
                .insert(
                        "ir_model_data",
                        900,
                        values(
                                "model",
                                "uom.uom",
                                "module",
                                "uom",
                                "name",
                                "product_uom_unit",
                                "res_id",
                                1))
                .insert("account_incoterms", 5, values("code", "DAP"))
                .insert("stock_warehouse", 1, values("code", "HAM"))
                .insert("stock_picking_type", 1, values("warehouse_id", 1, "code", "incoming"))
                .insert("product_category", 9, values("complete_name", "All / Bolts"))
                .insert("product_template", 40, values("categ_id", 9))
                .insert(
                        "product_product",
                        51,
                        values(
                                "default_code",
                                "M8-BOLT",
                                "barcode",
                                "4012345678901",
                                "product_tmpl_id",
                                40))
                .insert(
                        "product_supplierinfo",
                        30,
                        values(
                                "partner_id",
                                44,
                                "product_tmpl_id",
                                40,
                                "product_code",
                                "AC-M8",
                                "sequence",
                                1))
                .commit();
        return this;
    }

    /**
     * An order of one line of 100, both with this id, as Odoo writes it: at first a half of the
     * line, with a quantity of 50, and the order a second time at the end.
     */
    CaptureLog orderAsOdooWritesIt(long id) {
        Map<String, Object> half = line(id, PLANNED);
        half.put("company_id", null);
        half.put("state", null);
        half.put("product_qty", values("scale", 0, "value", "Mg=="));
        begin().insert("purchase_order", id, order(id))
                .insert("purchase_order_line", id, half)
                .update("purchase_order_line", id, line(id, PLANNED))
                .update("purchase_order", id, order(id))
                .commit();
        return this;
    }

    /** Numbers and times as Debezium gives them when nothing is set. */
    static Map<String, Object> order(long id) {
        return values(
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
                micros("2026-02-27 09:00:00"),
                "date_approve",
                micros("2026-02-28 10:00:00"),
                "date_planned",
                micros(PLANNED),
                "company_id",
                1,
                "write_date",
                micros("2026-02-28 10:00:00.123456"));
    }

    static Map<String, Object> line(long order, String planned) {
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
                values("scale", 0, "value", "ZA=="),
                "product_uom",
                1,
                "price_unit",
                values("scale", 1, "value", "Cw=="),
                "date_planned",
                micros(planned),
                "qty_received",
                null,
                "qty_received_method",
                "stock_moves",
                "state",
                "purchase",
                "company_id",
                1,
                "write_date",
                micros("2026-02-28 10:00:00.123456"));
    }

    static long micros(String text) {
        return OdooTimes.micros(text);
    }
}
