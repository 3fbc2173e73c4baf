package io.milepost.odoo.contract;

import io.milepost.odoo.client.OdooSettings;

/** How a test reaches a server. */
public interface ServerAccess extends AutoCloseable {

    /** As an administrator. */
    OdooSettings admin();

    /** As a user that was made with a password. */
    OdooSettings bot(long uid, String login, String password);

    /** Ends what was started for the test; a server that runs by itself goes on. */
    @Override
    default void close() {
        // A server that runs by itself goes on.
    }
}
