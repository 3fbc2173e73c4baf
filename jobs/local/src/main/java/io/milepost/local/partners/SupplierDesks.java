package io.milepost.local.partners;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the suppliers get their orders: each its own address on this machine. */
final class SupplierDesks implements AutoCloseable {

    private static final String PATH = "/orders/";
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Set<String> seen = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();

    /**
     * A document that a supplier got.
     *
     * @param profile of the supplier
     */
    record Taken(String profile, byte[] document) {}

    SupplierDesks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::handle);
        threads =
                Executors.newFixedThreadPool(
                        THREADS,
                        task -> {
                            Thread thread = new Thread(task, "supplier-desks");
                            thread.setDaemon(true);
                            return thread;
                        });
        server.setExecutor(threads);
        server.start();
    }

    String url(String profile) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH + profile;
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            byte[] document = call.getRequestBody().readAllBytes();
            String id = call.getRequestHeaders().getFirst("Idempotency-Key");
            String profile = call.getRequestURI().getPath().substring(PATH.length());
            take(id, new Taken(profile, document));
            call.sendResponseHeaders(202, -1);
        }
    }

    /** What comes again under the same id is had already. */
    private synchronized void take(String id, Taken document) {
        if (seen.add(id)) {
            taken.add(document);
        }
    }

    /** What came since this was asked last. */
    synchronized List<Taken> fetch() {
        List<Taken> fetched = List.copyOf(taken);
        taken.clear();
        return fetched;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
