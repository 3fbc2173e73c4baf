package io.milepost.local.odoo;

import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.Secret;
import java.util.List;

/**
 * How an Odoo is reached.
 *
 * @param url where it is
 * @param database its database
 * @param login of the user
 * @param key the way to the user's key, as {@code ${env:NAME}} or {@code ${file:/path}}
 */
public record OdooServer(String url, String database, String login, String key) {

    /** Name of this Odoo in the line keys. */
    public static final String INSTANCE = "demo";

    /**
     * Opens a client.
     *
     * @throws OdooException if it does not answer or refuses
     */
    public OdooClient open() throws OdooException, InterruptedException {
        return HttpOdooClient.open(OdooSettings.of(url, database, login, Secret.reference(key)));
    }

    /** Settings of a job that works with it. */
    List<String> jobArguments() {
        return List.of(
                "--odoo-url=" + url,
                "--odoo-database=" + database,
                "--odoo-login=" + login,
                "--odoo-key=" + key,
                "--odoo-instance=" + INSTANCE);
    }
}
