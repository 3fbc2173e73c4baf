package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.model.Models;

/**
 * What both wires need.
 *
 * @param database the only database
 * @param models its models
 * @param logins who is who
 * @param executor runs calls
 */
public record Endpoint(String database, Models models, Logins logins, Executor executor) {

    /** What {@code common.version} tells. */
    ObjectNode version() {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        version.put("server_version", series() + ".0");
        version.putArray("server_version_info")
                .add(series())
                .add(0)
                .add(0)
                .add("final")
                .add(0)
                .add("");
        version.put("server_serie", series() + ".0");
        return version.put("protocol_version", 1);
    }

    /** What {@code /json/version} tells, from 19 on. */
    public ObjectNode shortVersion() {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        version.set("version_info", version().get("server_version_info"));
        return version.put("version", series() + ".0");
    }

    /** What {@code /web/webclient/version_info} tells. */
    public ObjectNode webVersion() {
        return version();
    }

    /** The major release. */
    public int series() {
        return models.series();
    }
}
