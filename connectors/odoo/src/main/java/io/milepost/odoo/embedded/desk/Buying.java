package io.milepost.odoo.embedded.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vendors, products, orders and their lines, at a person's desk. */
public final class Buying {
    private static final String ORDER = "purchase.order";
    private static final String LINE = "purchase.order.line";
    private final Desk desk;

    Buying(Desk desk) {
        this.desk = desk;
    }

    /**
     * A line of a new order.
     *
     * @param product database id
     * @param quantity in the product's unit
     * @param price for one unit
     * @param planned when it is expected: {@code YYYY-MM-DD HH:MM:SS} in UTC
     */
    public record Line(long product, double quantity, double price, String planned) {}

    /** A new vendor. */
    public long vendor(String name) {
        return desk.create(
                "res.partner", Map.of("name", name, "is_company", true, "supplier_rank", 1));
    }

    /** A new product that is billed as it is received. */
    public long product(String code, String name) {
        return desk.create(
                "product.product", Map.of("name", name, "default_code", code, "is_storable", true));
    }

    /** A new order, not confirmed. */
    public long order(long vendor, Line... lines) {
        List<Object> commands = new ArrayList<>();
        for (Line line : lines) {
            commands.add(List.of(0, 0, values(line)));
        }
        return desk.create(ORDER, Map.of("partner_id", vendor, "order_line", commands));
    }

    /** A new order, confirmed: goods are expected. */
    public long confirmedOrder(long vendor, Line... lines) {
        long order = order(vendor, lines);
        confirm(order);
        return order;
    }

    /** Confirms an order. */
    public void confirm(long order) {
        press(order, "button_confirm");
    }

    /** Cancels an order. */
    public void cancel(long order) {
        press(order, "button_cancel");
    }

    /** Locks an order: a state up to 18, a flag from 19 on. */
    public void lock(long order, int series) {
        press(order, series < 19 ? "button_done" : "button_lock");
    }

    /** Lines of an order, in order. */
    public List<Long> lines(long order) {
        return desk.find(LINE, "order_id", order);
    }

    /** Moves a line's date. */
    public void setDate(long line, String planned) {
        desk.write(LINE, line, Map.of("date_planned", planned));
    }

    /** Changes a line's quantity with its date, as it should be done. */
    public void setQuantity(long line, double quantity, String planned) {
        desk.write(LINE, line, Map.of("product_qty", quantity, "date_planned", planned));
    }

    /** Changes a line's quantity alone: the trap. */
    public void setQuantityAlone(long line, double quantity) {
        desk.write(LINE, line, Map.of("product_qty", quantity));
    }

    /** Adds a line to an order. */
    public long addLine(long order, Line line) {
        Map<String, Object> values = values(line);
        values.put("order_id", order);
        return desk.create(LINE, values);
    }

    /** Deletes a line, which a confirmed order refuses. */
    public void deleteLine(long line) {
        desk.delete(LINE, line);
    }

    /** Deletes an order, which must be cancelled. */
    public void deleteOrder(long order) {
        desk.delete(ORDER, order);
    }

    private void press(long order, String button) {
        desk.call(ORDER, button, List.of(order), Map.of());
    }

    private static Map<String, Object> values(Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_id", line.product());
        values.put("product_qty", line.quantity());
        values.put("price_unit", line.price());
        values.put("date_planned", line.planned());
        return values;
    }
}
