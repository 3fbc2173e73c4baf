package io.milepost.local.odoo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the story's orders, lines and bills are in Odoo, as far as they are there. One thread
 * writes, others may read.
 */
final class Placement {

    /**
     * An order in Odoo.
     *
     * @param id database id
     * @param name as Odoo numbered it
     */
    record Order(long id, String name) {}

    /**
     * A line in Odoo.
     *
     * @param id database id
     * @param order its order
     * @param vendor the story's id of the supplier
     * @param product database id
     * @param item what the line is for
     */
    record Line(long id, Order order, String vendor, long product, Deed.NewLine item) {

        /** The line's key. */
        String key(String company) {
            return OdooServer.INSTANCE + "/" + company + "/" + order.id() + "/" + id;
        }
    }

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Long, Long> bills = new HashMap<>();

    synchronized void put(String name, Order order) {
        orders.put(name, order);
    }

    synchronized void put(String key, Line line) {
        lines.put(key, line);
    }

    synchronized void putBill(long bill, long id) {
        bills.put(bill, id);
    }

    /** An order by the story's name; {@code null} if it is not there yet. */
    synchronized Order order(String name) {
        return orders.get(name);
    }

    /** A line by the story's key; {@code null} if it is not there yet. */
    synchronized Line line(String key) {
        return lines.get(key);
    }

    /** A bill's database id by the story's; {@code null} if it is not there. */
    synchronized Long bill(long bill) {
        return bills.get(bill);
    }

    /** All bills' database ids. */
    synchronized List<Long> billIds() {
        return List.copyOf(bills.values());
    }

    /** All lines by the story's keys. */
    synchronized Map<String, Line> lines() {
        return new HashMap<>(lines);
    }
}
