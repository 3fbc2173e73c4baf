package io.milepost.odoo.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;

/** The contract on the double as Odoo 19. */
class KindsOfDouble19Test extends KindsContract {

    @Override
    protected ServerAccess access() {
        return new DoubleAccess(EmbeddedOdooOptions.version19());
    }
}
