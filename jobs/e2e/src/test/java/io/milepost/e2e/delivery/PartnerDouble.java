package io.milepost.e2e.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner that takes documents by HTTP, and may be down. */
final class PartnerDouble implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Taken> taken = new ArrayList<>();
    private boolean down;
    private boolean choosy;
    private int turnedAway;

    /** A document that the partner said it has. */
    record Taken(String key, String signature, String contentType, String body) {}

    PartnerDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/orders";
    }

    synchronized void down(boolean isDown) {
        down = isDown;
    }

    /** From now on it refuses what it gets. */
    synchronized void refuses() {
        choosy = true;
    }

    synchronized int turnedAway() {
        return turnedAway;
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            call.sendResponseHeaders(answer(call, body), -1);
        }
    }

    private synchronized int answer(HttpExchange call, String body) {
        if (down) {
            turnedAway++;
            return 503;
        }
        if (choosy) {
            return 422;
        }
        taken.add(
                new Taken(
                        call.getRequestHeaders().getFirst("Idempotency-Key"),
                        call.getRequestHeaders().getFirst("webhook-signature"),
                        call.getRequestHeaders().getFirst("Content-Type"),
                        body));
        return 200;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
