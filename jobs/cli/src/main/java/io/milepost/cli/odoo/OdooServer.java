package io.milepost.cli.odoo;

import io.milepost.cli.InputException;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** An Odoo server and the user who speaks to it. */
final class OdooServer {

    /** What is done with an open client. */
    interface Work<T> {
        T with(OdooClient client) throws OdooException, InterruptedException;
    }

    @Option(
            names = "--odoo-url",
            paramLabel = "URL",
            defaultValue = "${env:ODOO_URL}",
            description = "The Odoo server (default: the environment variable ODOO_URL).")
    private String url;

    @Option(
            names = "--odoo-database",
            paramLabel = "NAME",
            defaultValue = "${env:ODOO_DB}",
            description = "Its database (default: ODOO_DB).")
    private String database;

    @Option(
            names = "--odoo-login",
            paramLabel = "LOGIN",
            defaultValue = "${env:ODOO_LOGIN}",
            description =
                    "The user: an administrator for setup, else the bot (default: ODOO_LOGIN).")
    private String login;

    @Option(
            names = "--odoo-key",
            paramLabel = "REFERENCE",
            defaultValue = "$${env:ODOO_KEY}",
            description =
                    "The user's API key, as $${env:NAME} or $${file:/path:key} (default:"
                            + " $${env:ODOO_KEY}).")
    private String key;

    /**
     * The settings, checked together.
     *
     * @throws InputException with everything that is wrong
     */
    OdooSettings settings() throws InputException {
        List<String> problems = new ArrayList<>();
        Secret secret = () -> "";
        try {
            secret = Secret.reference(key);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        OdooSettings settings = null;
        try {
            settings = OdooSettings.of(url, database, login, secret);
        } catch (IllegalArgumentException e) {
            problems.add(0, e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new InputException(
                    "the settings cannot be used\n"
                            + String.join("\n", problems).replace("; ", "\n"),
                    null);
        }
        return settings;
    }

    /**
     * Opens a client, works with it and closes it.
     *
     * @throws IOException if Odoo refuses or does not answer
     */
    static <T> T working(OdooSettings settings, Work<T> work)
            throws IOException, InterruptedException {
        try (OdooClient client = HttpOdooClient.open(settings)) {
            return work.with(client);
        } catch (OdooException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
