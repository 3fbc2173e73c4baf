package io.milepost.odoo.embedded.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.model.Answer;
import java.util.List;
import java.util.Map;

/** Calls a method in the double's own process: in a transaction each, or all in one. */
@FunctionalInterface
public interface Caller {

    /**
     * Calls it.
     *
     * @param ids {@code null} for a method of the model
     * @param named arguments by name
     */
    Answer call(
            String model,
            String method,
            List<Long> ids,
            Map<String, JsonNode> named,
            ObjectNode context);
}
