package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One call as it arrived, on either wire or from the desk.
 *
 * @param uid who calls
 * @param model the model
 * @param method its method
 * @param ids the records; {@code null} if it is not called on records
 * @param positional arguments by place, behind the records
 * @param named arguments by name
 * @param context the caller's context
 */
public record Rpc(
        long uid,
        String model,
        String method,
        List<Long> ids,
        List<JsonNode> positional,
        Map<String, JsonNode> named,
        ObjectNode context) {

    /** Whether it is a call of this method. */
    public boolean is(String model, String method) {
        return this.model.equals(model) && this.method.equals(method);
    }

    /** The operation that Milepost's server action is asked for; empty if it is not asked. */
    public String operation() {
        return context.path("milepost").path("op").asText("");
    }

    /** For counting and messages: never with arguments. */
    public String name() {
        return operation().isEmpty()
                ? model + "." + method
                : model + "." + method + ":" + operation();
    }
}
