package io.milepost.odoo.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;

/** The contract on the double as Odoo 18. */
class ChangesOfDouble18Test extends ChangesContract {

    @Override
    protected ServerAccess access() {
        return new DoubleAccess(EmbeddedOdooOptions.version18());
    }
}
