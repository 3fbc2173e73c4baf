package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The wire of Odoo 19: a path for each method, arguments by name, real statuses. */
record JsonTwoWire(HttpUrl server, String database, String key, Failures failures) implements Wire {

    @Override
    public Request request(OdooCall call) {
        ObjectNode body = OdooJson.object();
        if (call.ids() != null) {
            body.set("ids", OdooJson.array(call.ids().toArray()));
        }
        call.arguments().forEach(body::set);
        call.options().forEach(body::set);
        body.set("context", OdooJson.node(call.context()));
        HttpUrl url =
                server.newBuilder()
                        .addPathSegments("json/2")
                        .addPathSegment(call.model())
                        .addPathSegment(call.method())
                        .build();
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + key)
                .header("X-Odoo-Database", database)
                .post(new OneShotJson(OdooJson.write(body)))
                .build();
    }

    @Override
    public JsonNode result(String where, HttpAnswer answer) throws OdooException {
        JsonNode json = answer.json();
        if (answer.isOk() && !json.isMissingNode()) {
            return json;
        }
        if (!answer.isOk() && json.path("name").isTextual()) {
            throw failures.named(where, json, answer);
        }
        throw failures.status(where, answer);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "JsonTwoWire[" + server + ", database " + database + "]";
    }
}
