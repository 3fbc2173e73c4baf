package io.milepost.kafka.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry over HTTP that gives written answers, so that Confluent's real client is tested. */
public final class HttpRegistry implements AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();

    private HttpRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
    }

    /** A registry on a free port of this machine. */
    public static HttpRegistry start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpRegistry registry = new HttpRegistry(server);
        server.start();
        return registry;
    }

    /** Gives a path an answer; others are told that there is no such schema. */
    public HttpRegistry answers(String path, String json) {
        answers.put(path, json);
        return this;
    }

    /** Base address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Credentials as they came. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** Paths as they were asked for. */
    public List<String> paths() {
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(credentials == null ? "none" : credentials);
        String json = answers.get(path);
        byte[] body =
                (json == null ? "{\"error_code\":40403,\"message\":\"Schema not found\"}" : json)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(json == null ? NOT_FOUND : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
