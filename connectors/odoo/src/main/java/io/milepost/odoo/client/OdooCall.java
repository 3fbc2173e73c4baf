package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One call of a model's method. Arguments have names, because one wire needs them; those that the
 * older wire expects by place are given by {@link #with}, in the method's own order.
 *
 * @param model the model, for example {@code purchase.order.line}
 * @param method the method, for example {@code write}
 * @param ids the records that it is called on; {@code null} for a method of the model itself
 * @param arguments by name, in the method's own order; sent by place where the wire allows it
 * @param options by name only
 * @param context what is added to the context that every call carries; wins over it
 */
public record OdooCall(
        String model,
        String method,
        List<Long> ids,
        Map<String, JsonNode> arguments,
        Map<String, JsonNode> options,
        Map<String, JsonNode> context) {

    /** Keeps the order of arguments. */
    public OdooCall {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        ids = ids == null ? null : List.copyOf(ids);
        arguments = new LinkedHashMap<>(arguments);
        options = new LinkedHashMap<>(options);
        context = new LinkedHashMap<>(context);
    }

    /** A method of the model itself. */
    public static OdooCall model(String model, String method) {
        return new OdooCall(model, method, null, Map.of(), Map.of(), Map.of());
    }

    /** A method of records. */
    public static OdooCall records(String model, List<Long> ids, String method) {
        return new OdooCall(model, method, new ArrayList<>(ids), Map.of(), Map.of(), Map.of());
    }

    /** Adds the method's next argument. */
    public OdooCall with(String name, JsonNode value) {
        return new OdooCall(model, method, ids, plus(arguments, name, value), options, context);
    }

    /** Adds an argument that is always given by name. */
    public OdooCall option(String name, JsonNode value) {
        return new OdooCall(model, method, ids, arguments, plus(options, name, value), context);
    }

    /** Adds an entry to the context. */
    public OdooCall inContext(String name, JsonNode value) {
        return new OdooCall(model, method, ids, arguments, options, plus(context, name, value));
    }

    private static Map<String, JsonNode> plus(
            Map<String, JsonNode> all, String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(all);
        more.put(name, value);
        return more;
    }
}
