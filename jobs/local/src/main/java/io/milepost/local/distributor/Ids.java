package io.milepost.local.distributor;

import java.util.Locale;

/** Running numbers, as a database gives them. */
final class Ids {

    private long order;
    private long line;
    private long move;
    private long bill;
    private long shipment;

    long nextOrder() {
        return ++order;
    }

    long nextLine() {
        return ++line;
    }

    long nextMove() {
        return ++move;
    }

    long nextBill() {
        return ++bill;
    }

    long nextShipment() {
        return ++shipment;
    }

    /** The number of an order as people write it. */
    static String orderName(long id) {
        return String.format(Locale.ROOT, "P%05d", id);
    }
}
