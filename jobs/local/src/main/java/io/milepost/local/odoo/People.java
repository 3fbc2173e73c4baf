package io.milepost.local.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.local.feed.Micros;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The buyers, the people at the dock and those in accounting: they do in Odoo what the story says,
 * through the same calls that a browser makes.
 */
final class People {

    /** How Odoo takes times: UTC, seconds. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final String ORDER = "purchase.order";
    private static final String LINE = "purchase.order.line";
    private static final String MOVE = "stock.move";
    private static final String BILL = "account.move";

    private final Rpc rpc;
    private final Masters masters;
    private final Placement placement;
    private final Map<String, DateWritten> dates = new HashMap<>();
    private final List<String> notPossible = new ArrayList<>();
    private final String unitField;
    private final boolean locksByState;

    /**
     * A date that a person gave a line.
     *
     * @param value as Odoo writes it
     * @param atMicros real time, microseconds since the epoch
     */
    record DateWritten(String value, long atMicros) {}

    People(Rpc rpc, Masters masters, Placement placement) {
        this.rpc = rpc;
        this.masters = masters;
        this.placement = placement;
        this.locksByState = rpc.client().version().series() < 19;
        this.unitField = locksByState ? "product_uom" : "product_uom_id";
    }

    /** The last date that a person gave each line, by the story's key. */
    synchronized Map<String, DateWritten> dates() {
        return new HashMap<>(dates);
    }

    /** What could not be done in Odoo, in words. */
    synchronized List<String> notPossible() {
        return List.copyOf(notPossible);
    }

    void perform(Deed deed) throws OdooException, InterruptedException {
        if (deed instanceof Deed.WriteOrder it) {
            write(it);
        } else if (deed instanceof Deed.Confirm it) {
            rpc.press(ORDER, order(it.order()), "button_confirm");
        } else if (deed instanceof Deed.ChangeQuantity it) {
            quantity(it.line(), it.quantity());
        } else if (deed instanceof Deed.ChangePrice it) {
            rpc.write(LINE, line(it.line()).id(), Map.of("price_unit", it.price()));
        } else if (deed instanceof Deed.ChangeDate it) {
            note(it.line(), time(it.planned()));
            rpc.write(LINE, line(it.line()).id(), Map.of("date_planned", time(it.planned())));
        } else if (deed instanceof Deed.ChangeWarehouse it) {
            long type = masters.receiptsInto(it.warehouse());
            rpc.write(ORDER, order(it.order()), Map.of("picking_type_id", type));
        } else if (deed instanceof Deed.CancelLine it) {
            quantity(it.line(), BigDecimal.ZERO);
        } else if (deed instanceof Deed.CancelOrder it) {
            rpc.press(ORDER, order(it.order()), "button_cancel");
        } else if (deed instanceof Deed.Receive it) {
            receive(it);
        } else if (deed instanceof Deed.GiveBack it) {
            giveBack(it);
        } else if (deed instanceof Deed.EnterBill it) {
            enter(it);
        } else if (deed instanceof Deed.CancelBill it) {
            rpc.press(BILL, placement.bill(it.bill()), "button_draft");
            rpc.press(BILL, placement.bill(it.bill()), "button_cancel");
        } else if (deed instanceof Deed.PayBill it) {
            rpc.write(BILL, placement.bill(it.bill()), Map.of("payment_state", "paid"));
        } else if (deed instanceof Deed.Lock it) {
            rpc.press(ORDER, order(it.order()), locksByState ? "button_done" : "button_lock");
        } else if (deed instanceof Deed.Unlock it) {
            rpc.press(ORDER, order(it.order()), "button_unlock");
        }
    }

    private void write(Deed.WriteOrder deed) throws OdooException, InterruptedException {
        List<Object> lines = new ArrayList<>();
        for (Deed.NewLine line : deed.lines()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("product_id", masters.product(line.key()));
            values.put("product_qty", line.quantity());
            values.put(unitField, masters.unit(line.unit()));
            values.put("price_unit", line.price());
            values.put("date_planned", time(line.planned()));
            lines.add(List.of(0, 0, values));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("partner_id", masters.vendor(deed.vendor()));
        values.put("currency_id", masters.currency(deed.currency()));
        values.put("incoterm_id", masters.incoterm(deed.incoterm()));
        values.put("picking_type_id", masters.receiptsInto(deed.warehouse()));
        values.put("order_line", lines);
        long id = rpc.create(ORDER, values);
        JsonNode row = rpc.read(ORDER, List.of(id), "name", "order_line").get(0);
        Placement.Order order = new Placement.Order(id, row.get("name").asText());
        for (int i = 0; i < deed.lines().size(); i++) {
            Deed.NewLine line = deed.lines().get(i);
            note(line.key(), time(line.planned()));
            placement.put(
                    line.key(),
                    new Placement.Line(
                            row.get("order_line").get(i).asLong(),
                            order,
                            deed.vendor(),
                            masters.product(line.key()),
                            line));
        }
        placement.put(deed.name(), order);
    }

    /** Always with the date in the same write: alone it would let Odoo take the date anew. */
    private void quantity(String key, BigDecimal quantity)
            throws OdooException, InterruptedException {
        long id = line(key).id();
        String date =
                rpc.read(LINE, List.of(id), "date_planned").get(0).get("date_planned").asText();
        rpc.write(LINE, id, Map.of("product_qty", quantity, "date_planned", date));
    }

    private void receive(Deed.Receive deed) throws OdooException, InterruptedException {
        JsonNode moves = moves(deed.line(), "assigned", "incoming");
        if (moves.isEmpty()) {
            synchronized (this) {
                notPossible.add("nothing is expected of line " + deed.line() + " any more");
            }
            return;
        }
        long move = moves.get(0).get("id").asLong();
        rpc.write(MOVE, move, Map.of("quantity", deed.quantity(), "picked", true));
        validate(moves.get(0).get("picking_id").asLong());
        if (deed.arrived() != null) {
            rpc.write(MOVE, move, Map.of("date", time(deed.arrived())));
        }
    }

    private void giveBack(Deed.GiveBack deed) throws OdooException, InterruptedException {
        JsonNode moves = moves(deed.line(), "done", "incoming");
        if (moves.isEmpty()) {
            synchronized (this) {
                notPossible.add("nothing was received of line " + deed.line());
            }
            return;
        }
        JsonNode move = moves.get(moves.size() - 1);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("move_id", move.get("id").asLong());
        item.put("product_id", line(deed.line()).product());
        item.put("quantity", deed.quantity());
        item.put("to_refund", true);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_id", move.get("picking_id").asLong());
        values.put("product_return_moves", List.of(List.of(0, 0, item)));
        long wizard = rpc.create("stock.return.picking", values);
        JsonNode window = rpc.press("stock.return.picking", wizard, "action_create_returns");
        validate(window.get("res_id").asLong());
    }

    private JsonNode moves(String key, String state, String code)
            throws OdooException, InterruptedException {
        return rpc.find(
                MOVE,
                List.of(
                        List.of("purchase_line_id", "=", line(key).id()),
                        List.of("state", "=", state),
                        List.of("picking_id.picking_type_code", "=", code)),
                "picking_id");
    }

    private void validate(long picking) throws OdooException, InterruptedException {
        rpc.client()
                .call(
                        OdooCall.records("stock.picking", List.of(picking), "button_validate")
                                .inContext("skip_backorder", OdooJson.node(true)));
    }

    private void enter(Deed.EnterBill deed) throws OdooException, InterruptedException {
        Placement.Line line = line(deed.line());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("purchase_line_id", line.id());
        item.put("product_id", line.product());
        item.put("product_uom_id", masters.unit(line.item().unit()));
        item.put("quantity", deed.quantity());
        item.put("price_unit", deed.price());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "in_invoice");
        values.put("partner_id", masters.vendor(line.vendor()));
        values.put("currency_id", masters.currency(deed.currency()));
        values.put("ref", deed.number());
        values.put("invoice_date", deed.day());
        values.put("invoice_line_ids", List.of(List.of(0, 0, item)));
        long id = rpc.create(BILL, values);
        placement.putBill(deed.bill(), id);
        rpc.press(BILL, id, "action_post");
    }

    private synchronized void note(String key, String date) {
        dates.put(key, new DateWritten(date, Micros.of(Instant.now())));
    }

    private long order(String name) {
        Placement.Order order = placement.order(name);
        if (order == null) {
            throw new IllegalStateException("order " + name + " is not in Odoo yet");
        }
        return order.id();
    }

    private Placement.Line line(String key) {
        Placement.Line line = placement.line(key);
        if (line == null) {
            throw new IllegalStateException("line " + key + " is not in Odoo yet");
        }
        return line;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
