package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;

/** Tells errors as the server does; where it tells a traceback, says that there is none. */
final class Errors {

    private Errors() {}

    static ObjectNode data(OdooError error) {
        return data(error.name(), error.getMessage());
    }

    static ObjectNode data(String name, String message) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("name", name);
        data.put("debug", "no traceback: this server is a double of Odoo");
        data.put("message", message);
        data.putArray("arguments").add(message);
        data.putObject("context");
        return data;
    }

    /** The status by which the newer wire tells an error. */
    static int status(OdooError error) {
        return switch (error.name()) {
            case "odoo.exceptions.AccessError", "odoo.exceptions.AccessDenied" -> 403;
            case "odoo.exceptions.MissingError" -> 404;
            case "odoo.exceptions.UserError", "odoo.exceptions.ValidationError" -> 422;
            default -> 500;
        };
    }
}
