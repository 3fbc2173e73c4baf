package io.milepost.odoo.live;

import io.milepost.odoo.contract.EdgesContract;
import io.milepost.odoo.contract.ServerAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on a real server. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LiveEdgesTest extends EdgesContract {

    @Override
    protected ServerAccess access() {
        return new LiveAccess();
    }
}
