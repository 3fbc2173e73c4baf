package io.milepost.odoo.embedded.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.milepost.odoo.embedded.rpc.Endpoint;
import io.milepost.odoo.embedded.rpc.Json2;
import io.milepost.odoo.embedded.rpc.JsonRpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which path is answered by what. */
final class Router {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_FOUND =
            """
            <!doctype html>
            <html lang=en>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>
            """;
    private static final String NO_DATABASE =
            """
            <!DOCTYPE html>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
            <p>Please verify the hostname, <a href=/web/login>login</a> and try again.</p>

            <!-- Alternatively, use the X-Odoo-Database header. -->
            """;
    private static final String WRONG_TYPE =
            """
            <!doctype html>
            <html lang=en>
            <title>400 Bad Request</title>
            <h1>Bad Request</h1>
            <p>Request inferred type is compatible with [&#39;http&#39;] but &#39;%s&#39; is type=&#39;json&#39;.</p>
            """;

    private final Endpoint endpoint;
    private final JsonRpc jsonRpc;
    private final Json2 json2;

    Router(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.jsonRpc = new JsonRpc(endpoint);
        this.json2 = new Json2(endpoint);
    }

    Response route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("/web/health")) {
            return Response.json(200, JsonNodeFactory.instance.objectNode().put("status", "pass"));
        }
        if (path.equals("/jsonrpc") || path.equals("/web/webclient/version_info")) {
            return jsonRpc(exchange, path, parse(body));
        }
        if (endpoint.series() >= 19 && path.equals("/json/version")) {
            return Response.json(200, endpoint.shortVersion());
        }
        if (endpoint.series() >= 19 && path.startsWith("/json/2/")) {
            return json2(exchange, path.split("/"), parse(body));
        }
        return Response.html(404, NOT_FOUND);
    }

    private Response jsonRpc(HttpExchange exchange, String path, JsonNode body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Response.html(400, WRONG_TYPE.formatted(path));
        }
        if (body == null) {
            return new Response(400, "text/html; charset=utf-8", "Invalid JSON data");
        }
        if (path.equals("/jsonrpc")) {
            return Response.json(200, jsonRpc.answer(body));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("jsonrpc", "2.0").set("id", body.path("id"));
        answer.set("result", endpoint.webVersion());
        return Response.json(200, answer);
    }

    private Response json2(HttpExchange exchange, String[] parts, JsonNode body) {
        String database = exchange.getRequestHeaders().getFirst("X-Odoo-Database");
        if (!endpoint.database().equals(database)) {
            return Response.html(404, NO_DATABASE);
        }
        if (parts.length != 5) {
            return Response.html(404, NOT_FOUND);
        }
        Json2.Reply reply =
                exchange.getRequestMethod().equals("POST")
                        ? json2.answer(
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                parts[3],
                                parts[4],
                                body)
                        : json2.notAPost();
        return Response.json(reply.status(), reply.body());
    }

    /** {@code null} if it is no JSON object. */
    private static JsonNode parse(byte[] body) {
        try {
            JsonNode parsed = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return parsed.isObject() ? parsed : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
