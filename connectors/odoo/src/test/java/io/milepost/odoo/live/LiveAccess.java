package io.milepost.odoo.live;

import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.Secret;
import io.milepost.odoo.client.WireChoice;
import io.milepost.odoo.contract.ServerAccess;

/** The real server that the environment names: ODOO_URL, ODOO_DB, ODOO_LOGIN, ODOO_KEY. */
final class LiveAccess implements ServerAccess {

    @Override
    public OdooSettings admin() {
        return settings(System.getenv("ODOO_LOGIN"), Secret.reference("${env:ODOO_KEY}"));
    }

    /** Only the older wire takes a password, and a key can only be made in the browser. */
    @Override
    public OdooSettings bot(long uid, String login, String password) {
        return settings(login, () -> password).over(WireChoice.JSON_RPC);
    }

    private static OdooSettings settings(String login, Secret key) {
        return OdooSettings.of(System.getenv("ODOO_URL"), System.getenv("ODOO_DB"), login, key);
    }
}
