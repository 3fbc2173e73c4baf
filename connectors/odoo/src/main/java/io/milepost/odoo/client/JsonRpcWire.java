package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The wire of Odoo 16 to 18: one path, arguments by place, every error with status 200. */
final class JsonRpcWire implements Wire {

    private final HttpUrl server;
    private final String database;
    private final String key;
    private final Failures failures;
    private final AtomicLong ids = new AtomicLong();
    private volatile long uid;

    JsonRpcWire(HttpUrl server, String database, String key, Failures failures) {
        this.server = server;
        this.database = database;
        this.key = key;
        this.failures = failures;
    }

    /** From now on calls are made as this user. */
    void as(long user) {
        uid = user;
    }

    /** The request for the server's version, which needs no key. */
    Request version() {
        return service("common", "version", OdooJson.array());
    }

    /** The request for the user's id, which takes the server half a second each time. */
    Request authenticate(String login) {
        return service(
                "common", "authenticate", OdooJson.array(database, login, key, OdooJson.object()));
    }

    @Override
    public Request request(OdooCall call) {
        ArrayNode places = OdooJson.array();
        if (call.ids() != null) {
            places.add(OdooJson.array(call.ids().toArray()));
        }
        call.arguments().values().forEach(places::add);
        ObjectNode names = OdooJson.object();
        call.options().forEach(names::set);
        names.set("context", OdooJson.node(call.context()));
        return service(
                "object",
                "execute_kw",
                OdooJson.array(database, uid, key, call.model(), call.method(), places, names));
    }

    private Request service(String service, String method, ArrayNode arguments) {
        ObjectNode body = OdooJson.object();
        body.put("jsonrpc", "2.0").put("method", "call").put("id", ids.incrementAndGet());
        body.putObject("params")
                .put("service", service)
                .put("method", method)
                .set("args", arguments);
        return new Request.Builder()
                .url(server.newBuilder().addPathSegment("jsonrpc").build())
                .post(new OneShotJson(OdooJson.write(body)))
                .build();
    }

    @Override
    public JsonNode result(String where, HttpAnswer answer) throws OdooException {
        JsonNode json = answer.json();
        if (!answer.isOk() || !json.path("jsonrpc").isTextual()) {
            throw failures.status(where, answer);
        }
        JsonNode error = json.path("error");
        if (error.path("data").path("name").isTextual()) {
            throw failures.named(where, error.path("data"), answer);
        }
        if (error.isObject()) {
            throw failures.own(
                    Failure.OUTCOME_UNKNOWN, where, "expected an error with a name but found none");
        }
        // A method that returns nothing has an answer without a result.
        JsonNode result = json.get("result");
        return result == null ? NullNode.getInstance() : result;
    }
}
