package io.milepost.odoo.embedded.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goods and bills of orders, at a person's desk. */
public final class Receipts {
    private static final String BILL = "account.move";
    private final Desk desk;

    Receipts(Desk desk) {
        this.desk = desk;
    }

    /** The receipt of an order that is still open; 0 if there is none. */
    public long open(long order) {
        JsonNode found =
                desk.call(
                        "stock.picking",
                        "search",
                        null,
                        Map.of(
                                "domain",
                                List.of(
                                        List.of("purchase_id", "=", order),
                                        List.of("picking_type_code", "=", "incoming"),
                                        List.of("state", "=", "assigned"))));
        return found.isEmpty() ? 0 : found.get(0).asLong();
    }

    /** Takes in everything that is expected of an order. */
    public void receiveAll(long order) {
        validate(open(order));
    }

    /** Takes in a part of a line; the rest waits in a back order. */
    public void receive(long line, double quantity) {
        JsonNode moves = moves(line, "assigned");
        if (moves.isEmpty()) {
            throw new IllegalStateException("nothing is expected of line " + line);
        }
        JsonNode move = moves.get(0);
        desk.write(
                "stock.move",
                move.get("id").asLong(),
                Map.of("quantity", quantity, "picked", true));
        validate(move.get("picking_id").asLong());
    }

    /** Gives goods of a line back to the vendor: a return, done at once. */
    public void giveBack(long line, double quantity) {
        JsonNode move = moves(line, "done").get(0);
        List<Object> item =
                List.of(
                        0,
                        0,
                        Map.of(
                                "move_id",
                                move.get("id").asLong(),
                                "quantity",
                                quantity,
                                "to_refund",
                                true));
        long wizard =
                desk.create(
                        "stock.return.picking",
                        Map.of(
                                "picking_id", move.get("picking_id").asLong(),
                                "product_return_moves", List.of(item)));
        JsonNode window =
                desk.call(
                        "stock.return.picking", "action_create_returns", List.of(wizard), Map.of());
        validate(window.get("res_id").asLong());
    }

    /** Bills what was received and not billed yet, under the vendor's number, and posts it. */
    public long bill(long order, String number, String day) {
        JsonNode window =
                desk.call("purchase.order", "action_create_invoice", List.of(order), Map.of());
        long bill = window.get("res_id").asLong();
        desk.write(BILL, bill, Map.of("ref", number, "invoice_date", day));
        desk.call(BILL, "action_post", List.of(bill), Map.of());
        return bill;
    }

    /** Credits a quantity of a line, under the vendor's number. */
    public long credit(long line, double quantity, double price, String number, String day) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("purchase_line_id", line);
        item.put("quantity", quantity);
        item.put("price_unit", price);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("move_type", "in_refund");
        values.put("ref", number);
        values.put("invoice_date", day);
        values.put("invoice_line_ids", List.of(List.of(0, 0, item)));
        long note = desk.create(BILL, values);
        desk.call(BILL, "action_post", List.of(note), Map.of());
        return note;
    }

    /** Marks a bill as paid in full. */
    public void pay(long bill) {
        desk.write(BILL, bill, Map.of("payment_state", "paid"));
    }

    /** Cancels a bill. */
    public void cancelBill(long bill) {
        desk.call(BILL, "button_cancel", List.of(bill), Map.of());
    }

    private JsonNode moves(long line, String state) {
        return desk.call(
                "stock.move",
                "search_read",
                null,
                Map.of(
                        "domain",
                        List.of(
                                List.of("purchase_line_id", "=", line),
                                List.of("state", "=", state)),
                        "fields",
                        List.of("picking_id"),
                        "load",
                        ""));
    }

    private void validate(long picking) {
        desk.call(
                "stock.picking",
                "button_validate",
                List.of(picking),
                Map.of(),
                Map.of("skip_backorder", true));
    }
}
