package io.milepost.local.distributor;

/**
 * How the distributor, its suppliers and their carriers behave: shares and spans, taken from public
 * logs of purchase orders (BPI Challenge 2019, USAID SCMS delivery history) where these say it.
 * Spans are days unless they say otherwise.
 */
final class Habits {

    /** How long the story is. Every deadline of every line lies before its end. */
    static final int STORY_DAYS = 190;

    /** Orders are written in the first days of the story. */
    static final int ORDERING_DAYS = 80;

    /** Lines of an order: three quarters have one, 5 % more than four. */
    static final Distribution ORDER_SIZE =
            Distribution.of(0, 1, 0.75, 1.99, 0.90, 2.99, 0.95, 4.99, 0.99, 8, 1, 12);

    static final Distribution LEAD = Distribution.of(0, 3, 0.5, 7, 0.75, 11, 0.95, 26, 1, 30);

    /** From confirmation to acknowledgement, hours; the rest is never acknowledged. */
    static final Distribution ACKNOWLEDGED_HOURS =
            Distribution.of(0, 0.5, 0.55, 24, 0.787, 48, 0.92, 144, 1, 144);

    static final double EVER_ACKNOWLEDGED = 0.92;

    static final double DRAFT_FIRST = 0.10;
    static final double TECHNICAL_ACKNOWLEDGEMENT = 0.70;
    static final double LINES_TRAVEL_TOGETHER = 0.60;

    static final double CANCELLED = 0.022;
    static final double REJECTED = 0.012;
    static final double SILENT = 0.018;
    static final double SHORT = 0.020;

    static final double QUANTITY_CHANGED = 0.057;
    static final double PRICE_CHANGED = 0.072;
    static final double DATE_CHANGED = 0.030;
    static final double WAREHOUSE_CHANGED = 0.030;

    /** Share of the other dates that suppliers give which somebody takes over in Odoo. */
    static final double DATE_TAKEN_OVER = 0.60;

    static final double SECOND_ACKNOWLEDGEMENT = 0.05;

    static final double PROMISED_IN_PARTS = 0.06;
    static final double ACKNOWLEDGEMENT_TAKEN_BACK = 0.015;

    static final double DELIVERED_ON_DAY = 0.613;
    static final double DELIVERED_LATE = 0.115;

    /** Days late, of those that are late: 36 % up to a week. */
    static final Distribution LATE = Distribution.of(0, 1, 0.36, 7.99, 1, 14);

    static final Distribution EARLY = Distribution.of(0, 1, 0.22, 3, 1, 7);

    static final double SEVERAL_RECEIPTS = 0.28;
    static final double RECORDED_LATER = 0.185;

    /** From delivery to its record, of those that are recorded after the day. */
    static final Distribution RECORDED_AFTER = Distribution.of(0, 1, 0.5, 4, 0.95, 18, 1, 20);

    static final double NO_SHIP_NOTICE = 0.06;
    static final double CARRIER_REPORTS = 0.80;
    static final double CARRIER_LATE = 0.05;

    /** Share of the shipments that their carrier says nothing more of after a while. */
    static final double CARRIER_FALLS_SILENT = 0.04;

    /** Share of the delivered lines that more than was ordered comes of. */
    static final double DELIVERED_OVER = 0.04;

    static final double SENT_BACK = 0.020;
    static final double POSTED_BY_MISTAKE = 0.015;

    static final Distribution INVOICED_AFTER =
            Distribution.of(0, 0.2, 0.5, 12.8, 0.75, 28, 0.95, 65, 1, 75);

    static final double INVOICE_PER_RECEIPT = 0.31;
    static final double NEVER_INVOICED = 0.015;

    /** Share of the lines that less than ordered came of, and which are invoiced in full. */
    static final double INVOICED_AS_ORDERED = 0.6;

    static final double FOREIGN_INVOICE = 0.008;
    static final double BILL_TAKEN_BACK = 0.02;

    /** Share of partner events that come twice. */
    static final double REPEATED = 0.05;

    private Habits() {}
}
