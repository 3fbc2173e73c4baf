package io.milepost.odoo.embedded.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a person works: does in the double what a user does in the browser, through the same
 * transactions as any other call. Refusals come as {@code OdooError}.
 */
public final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Caller caller;

    /** Works through a caller. */
    public Desk(Caller caller) {
        this.caller = caller;
    }

    /** What is bought and sold, and from whom. */
    public Buying buying() {
        return new Buying(this);
    }

    /** What comes in and what is billed. */
    public Receipts receipts() {
        return new Receipts(this);
    }

    /** Calls a method of records; values are what Jackson makes JSON of. */
    public JsonNode call(String model, String method, List<Long> ids, Map<String, ?> named) {
        return call(model, method, ids, named, Map.of());
    }

    /** The same with a context. */
    public JsonNode call(
            String model,
            String method,
            List<Long> ids,
            Map<String, ?> named,
            Map<String, ?> context) {
        Map<String, JsonNode> arguments = new LinkedHashMap<>();
        named.forEach((name, value) -> arguments.put(name, JSON.valueToTree(value)));
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        context.forEach((name, value) -> told.set(name, JSON.valueToTree(value)));
        return caller.call(model, method, ids, arguments, told).old();
    }

    /** Makes a record and tells its id. */
    public long create(String model, Map<String, ?> values) {
        return call(model, "create", null, Map.of("vals_list", values)).asLong();
    }

    /** Changes a record. */
    public void write(String model, long id, Map<String, ?> values) {
        call(model, "write", List.of(id), Map.of("vals", values));
    }

    /** Deletes a record. */
    public void delete(String model, long id) {
        call(model, "unlink", List.of(id), Map.of());
    }

    /** A field of a record as the wire tells it, references as ids; {@code null} if it is gone. */
    public JsonNode read(String model, long id, String field) {
        JsonNode rows =
                call(model, "read", List.of(id), Map.of("fields", List.of(field), "load", ""));
        return rows.isEmpty() ? null : rows.get(0).get(field);
    }

    /** Ids of the records of which a field has a value, in their own order. */
    public List<Long> find(String model, String field, Object value) {
        List<Long> ids = new ArrayList<>();
        call(model, "search", null, Map.of("domain", List.of(List.of(field, "=", value))))
                .forEach(id -> ids.add(id.asLong()));
        return ids;
    }
}
