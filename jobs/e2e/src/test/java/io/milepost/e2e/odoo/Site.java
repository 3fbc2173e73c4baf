package io.milepost.e2e.odoo;

import java.util.List;

/** An Odoo that was set up for Milepost, with what tests make in it and count. */
interface Site extends AutoCloseable {

    /** The first date of every line. */
    String PLANNED = "2026-12-10 08:00:00";

    /**
     * A line of an order.
     *
     * @param order database id of the order
     * @param line database id of the line
     */
    record Line(long order, long line) {

        /** The line's key. */
        String key() {
            return "odoo/1/" + order + "/" + line;
        }
    }

    /** The job's settings for it. */
    List<String> settings();

    /** Confirmed orders of one line each. */
    List<Line> orders(int count) throws Exception;

    /** The line's date as Odoo has it. */
    String date(Line line) throws Exception;

    /** A person gives a line another date. */
    void edit(Line line, String date) throws Exception;

    /** Whether the order is marked as acknowledged. */
    boolean acknowledged(long order) throws Exception;

    /** Tracking references of the order's receipts. */
    List<String> tracking(long order) throws Exception;

    /** The supplier's own number of the order. */
    String vendorReference(long order) throws Exception;

    /** How many activities an order has. */
    long activities(long order) throws Exception;

    /** How many notes of an order have these words. */
    long notes(long order, String words) throws Exception;
}
