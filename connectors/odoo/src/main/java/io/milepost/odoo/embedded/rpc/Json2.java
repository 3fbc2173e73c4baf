package io.milepost.odoo.embedded.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The newer wire: {@code /json/2}, where errors have statuses and arguments have names. */
public final class Json2 {

    /**
     * An answer with its status.
     *
     * @param status of HTTP
     * @param body JSON
     */
    public record Reply(int status, JsonNode body) {}

    private static final String NO_KEY =
            "User not authenticated, use an API Key with a Bearer Authorization header.";

    private final Endpoint endpoint;

    /** Answers for a database. */
    public Json2(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Answers a request that named the right database.
     *
     * @param authorization the header; {@code null} if there is none
     * @param body what was sent; {@code null} if it is no JSON
     */
    public Reply answer(String authorization, String model, String method, JsonNode body) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return refuse(401, "Unauthorized", NO_KEY);
        }
        OptionalLong uid = endpoint.logins().byKey(authorization.substring(7).trim());
        if (uid.isEmpty()) {
            return refuse(401, "Unauthorized", "Invalid apikey");
        }
        if (body == null) {
            return refuse(
                    400,
                    "BadRequest",
                    "could not parse the body as json: Expecting property name enclosed in double"
                            + " quotes: line 1 column 2 (char 1)");
        }
        if (!endpoint.models().known(model)) {
            return refuse(404, "NotFound", "the model '%s' does not exist".formatted(model));
        }
        return run(rpc(uid.getAsLong(), model, method, body));
    }

    /** Answers a request of the wrong kind. */
    public Reply notAPost() {
        return refuse(404, "NotFound", "Did you mean POST /json/2/<model>/<method>?");
    }

    private Reply run(Rpc rpc) {
        try {
            Method method = Executor.publicMethod(endpoint.models().get(rpc.model()), rpc.method());
            if (!method.onRecords() && rpc.ids() != null) {
                throw new Binding.Unfit(
                        "cannot call %s.%s with ids".formatted(rpc.model(), rpc.method()));
            }
            return new Reply(200, endpoint.executor().answer(rpc).recent());
        } catch (Binding.Unfit e) {
            return refuse(422, "UnprocessableEntity", e.getMessage());
        } catch (OdooError e) {
            return e.name().equals("builtins.AttributeError") && isUnknown(rpc)
                    ? refuse(404, "NotFound", e.getMessage())
                    : new Reply(Errors.status(e), Errors.data(e));
        }
    }

    private boolean isUnknown(Rpc rpc) {
        return endpoint.models().get(rpc.model()).method(rpc.method()) == null;
    }

    private static Rpc rpc(long uid, String model, String method, JsonNode body) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        body.fields().forEachRemaining(item -> named.put(item.getKey(), item.getValue()));
        JsonNode context = named.remove("context");
        JsonNode sent = named.remove("ids");
        List<Long> ids = sent == null ? null : new ArrayList<>();
        if (sent != null) {
            sent.forEach(id -> ids.add(id.asLong()));
        }
        ObjectNode given =
                context instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
        return new Rpc(uid, model, method, ids, List.of(), named, given);
    }

    private static Reply refuse(int status, String name, String message) {
        ObjectNode data = Errors.data("werkzeug.exceptions." + name, message);
        data.withArray("arguments").add(status);
        return new Reply(status, data);
    }
}
