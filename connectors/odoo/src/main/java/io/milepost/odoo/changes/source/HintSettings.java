package io.milepost.odoo.changes.source;

import io.milepost.odoo.client.Secret;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where hints are listened for. Travels in the job graph, with the way to the token only.
 *
 * @param host address of this machine to listen on
 * @param port port to listen on
 * @param token what the path of a hint has to end with; at least 16 characters
 */
public record HintSettings(String host, int port, Secret token) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException if the port is none
     */
    public HintSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(token, "token");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "odoo.changes.hint-port: must be 1 to 65535 but was " + port);
        }
    }
}
