package io.milepost.odoo.changes;

/**
 * Where changes come from.
 *
 * @param instance name of the Odoo instance, without a slash
 * @param company database id of the company
 */
public record Origin(String instance, long company) {

    /** Checks that the name can be part of a key. */
    public Origin {
        check(instance, company);
    }

    /**
     * Checks that a name can be part of a key, and an id one of a company.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(String instance, long company) {
        if (instance == null || instance.isBlank() || instance.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "odoo.instance: expected text without a slash but found " + instance);
        }
        if (company <= 0) {
            throw new IllegalArgumentException(
                    "odoo.company: expected a database id but found " + company);
        }
    }
}
