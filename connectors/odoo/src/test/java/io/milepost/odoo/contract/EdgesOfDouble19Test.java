package io.milepost.odoo.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;

/** The contract on the double as Odoo 19. */
class EdgesOfDouble19Test extends EdgesContract {

    @Override
    protected ServerAccess access() {
        return new DoubleAccess(EmbeddedOdooOptions.version19());
    }
}
