package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The older wire: {@code /jsonrpc}, where every error of the application is a 200. */
public final class JsonRpc {
    private final Endpoint endpoint;

    /** Answers for a database. */
    public JsonRpc(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Answers a request. */
    public ObjectNode answer(JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("jsonrpc", "2.0");
        answer.set(
                "id",
                request.path("id").isMissingNode() ? NullNode.getInstance() : request.get("id"));
        try {
            JsonNode result = call(request.path("params"));
            if (!result.isNull()) {
                answer.set("result", result);
            }
        } catch (OdooError e) {
            ObjectNode error = answer.putObject("error");
            error.put("code", 200).put("message", "Odoo Server Error");
            error.set("data", Errors.data(e));
        }
        return answer;
    }

    private JsonNode call(JsonNode params) {
        if (!params.has("service") || !params.has("method") || !params.has("args")) {
            throw OdooError.type(
                    "RPC.jsonrpc() missing 3 required positional arguments: 'service', 'method',"
                            + " and 'args'");
        }
        JsonNode args = params.get("args");
        return switch (params.get("service").asText()) {
            case "common" -> common(params.get("method").asText(), args);
            case "object" -> executeKw(args);
            default -> throw new OdooError("builtins.KeyError", params.get("service").asText());
        };
    }

    private JsonNode common(String method, JsonNode args) {
        if (method.equals("version")) {
            return endpoint.version();
        }
        if (!method.equals("authenticate") && !method.equals("login")) {
            throw new OdooError("builtins.NameError", "Method not available: " + method);
        }
        requireDatabase(args.path(0).asText());
        OptionalLong uid =
                endpoint.logins().authenticate(args.path(1).asText(), args.path(2).asText());
        return uid.isPresent() ? LongNode.valueOf(uid.getAsLong()) : BooleanNode.FALSE;
    }

    private JsonNode executeKw(JsonNode args) {
        requireDatabase(args.path(0).asText());
        long uid = args.path(1).asLong();
        requireUser(uid, args.path(2).asText());
        Map<String, JsonNode> named = new LinkedHashMap<>();
        args.path(6).fields().forEachRemaining(item -> named.put(item.getKey(), item.getValue()));
        JsonNode context = named.remove("context");
        Rpc rpc =
                new Rpc(
                        uid,
                        args.path(3).asText(),
                        args.path(4).asText(),
                        null,
                        list(args.path(5)),
                        named,
                        context instanceof ObjectNode given
                                ? given
                                : JsonNodeFactory.instance.objectNode());
        Rpc placed = withIds(rpc);
        try {
            return endpoint.executor().answer(placed).old();
        } catch (Binding.Unfit e) {
            throw Binding.asTypeError(placed, e);
        }
    }

    private Rpc withIds(Rpc rpc) {
        Method method = Executor.publicMethod(endpoint.models().get(rpc.model()), rpc.method());
        if (!method.onRecords() || rpc.positional().isEmpty()) {
            return rpc;
        }
        List<Long> ids = new ArrayList<>();
        JsonNode first = rpc.positional().get(0);
        if (first.isArray()) {
            first.forEach(id -> ids.add(id.asLong()));
        } else {
            ids.add(first.asLong());
        }
        return new Rpc(
                rpc.uid(),
                rpc.model(),
                rpc.method(),
                ids,
                rpc.positional().subList(1, rpc.positional().size()),
                rpc.named(),
                rpc.context());
    }

    private void requireDatabase(String name) {
        if (!name.equals(endpoint.database())) {
            throw new OdooError(
                    "psycopg2.OperationalError",
                    "connection to server at \"127.0.0.1\", port 5433 failed: FATAL:  database \"%s\" does not exist\n"
                            .formatted(name));
        }
    }

    private void requireUser(long uid, String secret) {
        if (!endpoint.logins().exists(uid)) {
            throw OdooError.missing("res.users", uid, uid);
        }
        if (!endpoint.logins().proves(uid, secret)) {
            throw new OdooError("odoo.exceptions.AccessDenied", "Access Denied");
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}
