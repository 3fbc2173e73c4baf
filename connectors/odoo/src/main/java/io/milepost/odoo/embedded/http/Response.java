package io.milepost.odoo.embedded.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the wire; ends the connection, as the real server does with workers.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body what is told
 */
record Response(int status, String type, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Response json(int status, JsonNode body) {
        try {
            return new Response(
                    status, "application/json; charset=utf-8", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    static Response html(int status, String body) {
        return new Response(status, "text/html; charset=utf-8", body);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.getResponseHeaders().set("Server", "Werkzeug (a double of Odoo)");
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer ");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
