package io.milepost.local.distributor;

/**
 * For whom an order is written, and on which terms. Service levels differ by these.
 *
 * @param company who buys
 * @param warehouse where the goods are planned to arrive
 * @param incoterm who carries what
 * @param currency of the prices
 */
record Terms(String company, String warehouse, String incoterm, String currency) {

    private static final String HOME = "WH";

    static Terms draw(Dice dice) {
        return new Terms(
                dice.oneOf("1", 0.80, "2", 0.15, "3"),
                dice.oneOf(HOME, 0.70, "SOUTH", 0.20, "PORT"),
                dice.oneOf("DAP", 0.70, "FCA", 0.20, "CIF"),
                dice.oneOf("EUR", 0.85, "USD", 0.10, "CHF"));
    }

    /** Where goods go that are not to arrive at this warehouse after all. */
    static String otherThan(String warehouse) {
        return warehouse.equals(HOME) ? "SOUTH" : HOME;
    }

    /** A currency that is not the order's. */
    String foreignCurrency() {
        return currency.equals("EUR") ? "USD" : "EUR";
    }
}
