package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the test's server does with one request.
 *
 * @param kind answer, hang up, or say nothing until the server is closed
 * @param httpVersion of the answer, for example {@code 1.0}
 * @param headers without the length, which follows from the body
 */
record Reply(
        Kind kind,
        String httpVersion,
        int status,
        String reason,
        Map<String, String> headers,
        String body) {

    enum Kind {
        ANSWER,
        HANG_UP,
        SAY_NOTHING
    }

    static Reply json(int status, String body) {
        return new Reply(
                Kind.ANSWER,
                "1.0",
                status,
                "Any",
                Map.of("Content-Type", "application/json"),
                body);
    }

    static Reply result(String json) {
        return json(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + json + "}");
    }

    static Reply error(String name, String message) {
        JsonNode data = OdooJson.node(Map.of("name", name, "message", message, "debug", "Trace.."));
        JsonNode error =
                OdooJson.node(Map.of("code", 200, "message", "Odoo Server Error", "data", data));
        byte[] body =
                OdooJson.write(OdooJson.node(Map.of("jsonrpc", "2.0", "id", 1, "error", error)));
        return json(200, new String(body, StandardCharsets.UTF_8));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(kind, httpVersion, status, reason, more, body);
    }

    static Reply hangUp() {
        return new Reply(Kind.HANG_UP, "1.0", 0, "", Map.of(), "");
    }

    static Reply sayNothing() {
        return new Reply(Kind.SAY_NOTHING, "1.0", 0, "", Map.of(), "");
    }
}
