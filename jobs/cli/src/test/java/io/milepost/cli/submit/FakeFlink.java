package io.milepost.cli.submit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that answers as a Flink cluster does, and keeps what it was asked. */
final class FakeFlink implements AutoCloseable {

    private record Answer(int code, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, String> bodies = new HashMap<>();

    FakeFlink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The next answer to a call such as {@code GET /jobs/1}; the last one is given for ever. */
    FakeFlink answers(String call, int code, String body) {
        answers.computeIfAbsent(call, any -> new ArrayDeque<>()).add(new Answer(code, body));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked, in order. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** What came with the last call of this kind. */
    synchronized String body(String call) {
        return bodies.get(call);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            calls.add(call);
            byte[] sent = exchange.getRequestBody().readAllBytes();
            bodies.put(call, new String(sent, StandardCharsets.ISO_8859_1));
            Deque<Answer> left = answers.getOrDefault(call, new ArrayDeque<>());
            Answer answer = left.size() > 1 ? left.remove() : left.peek();
            if (answer == null) {
                answer = new Answer(404, "{\"errors\":[\"Not found: " + call + "\"]}");
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
