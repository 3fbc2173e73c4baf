package io.milepost.local.distributor;

import java.util.Locale;

/**
 * A supplier.
 *
 * @param number 1..200; the lower, the more is bought from it
 */
record Vendor(int number) {

    private static final int ALL = 200;
    private static final int TOP = 10;
    private static final int MIDDLE = 50;

    /** Draws a supplier: the ten largest have 38 % of the orders, the fifty largest 80 %. */
    static Vendor draw(Dice dice) {
        double share = dice.share();
        if (share < 0.38) {
            return new Vendor(dice.between(1, TOP));
        } else if (share < 0.80) {
            return new Vendor(dice.between(TOP + 1, MIDDLE));
        }
        return new Vendor(dice.between(MIDDLE + 1, ALL));
    }

    /** The supplier's partner id. */
    String id() {
        return Integer.toString(1_000 + number);
    }

    String title() {
        return String.format(Locale.ROOT, "Supplier %03d", number);
    }

    /** Another supplier. */
    Vendor other() {
        return new Vendor(number % ALL + 1);
    }
}
