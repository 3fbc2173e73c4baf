package io.milepost.odoo.embedded.action;

/** What commands of a kind do. */
@FunctionalInterface
interface Kind {

    /**
     * Does it.
     *
     * @throws io.milepost.odoo.embedded.error.OdooError if it is refused; what was written is taken
     *     back
     */
    Outcome apply(Asked asked);
}
