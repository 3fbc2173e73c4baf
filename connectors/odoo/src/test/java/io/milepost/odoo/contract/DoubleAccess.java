package io.milepost.odoo.contract;

import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;

/** The double, started for a test; spoken to over the wire that belongs to its version. */
final class DoubleAccess implements ServerAccess {

    private final EmbeddedOdoo odoo;

    DoubleAccess(EmbeddedOdooOptions options) {
        this.odoo = EmbeddedOdoo.start(options);
    }

    @Override
    public OdooSettings admin() {
        return settings(odoo.admin());
    }

    @Override
    public OdooSettings bot(long uid, String login, String password) {
        return settings(odoo.account(uid, login, password));
    }

    private OdooSettings settings(Account account) {
        return OdooSettings.of(odoo.url(), odoo.database(), account.login(), account::key);
    }

    @Override
    public void close() {
        odoo.close();
    }
}
