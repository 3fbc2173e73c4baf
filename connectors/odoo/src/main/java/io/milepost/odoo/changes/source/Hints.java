package io.milepost.odoo.changes.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for hints that something happened in Odoo: {@code POST /hint/TOKEN}, as an automation
 * rule's webhook sends it. A hint only ends a wait; what it carries is not even read, since Odoo
 * sends it before the transaction is committed, also when it never is, once, and not again. One
 * that is lost costs the wait until the next poll.
 *
 * <p>All readers of a JVM share the port. Where it cannot be listened on, changes are read as
 * without hints.
 */
final class Hints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    private static final Map<Integer, Hints> OPEN = new HashMap<>();

    private static final String PATH = "/hint/";
    private static final int LEAST_TOKEN = 16;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int NO_BODY = -1;

    private final int port;
    private final byte[] path;
    private final HttpServer server;
    private final ExecutorService thread;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    private Hints(HintSettings settings) throws IOException {
        String token = settings.token().reveal();
        if (token.length() < LEAST_TOKEN) {
            throw new IllegalArgumentException(
                    "odoo-hint-token: expected at least "
                            + LEAST_TOKEN
                            + " characters but found "
                            + token.length());
        }
        port = settings.port();
        path = (PATH + token).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(settings.host(), port), 0);
        thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread daemon = new Thread(task, "odoo-hints");
                            daemon.setDaemon(true);
                            return daemon;
                        });
        server.setExecutor(thread);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Listens from now on, until {@link #close(HintSettings, Runnable)}.
     *
     * @param settings {@code null} for not at all
     * @param hinted called on another thread
     * @throws IllegalArgumentException if the token cannot be had or is too short
     */
    static synchronized void listen(HintSettings settings, Runnable hinted) {
        if (settings == null) {
            return;
        }
        try {
            Hints hints = OPEN.get(settings.port());
            if (hints == null) {
                hints = new Hints(settings);
                OPEN.put(settings.port(), hints);
            }
            hints.listeners.add(hinted);
        } catch (IOException e) {
            LOG.error(
                    "Hints cannot be listened for on {}:{}; changes are read every poll interval",
                    settings.host(),
                    settings.port(),
                    e);
        }
    }

    /** Listens no longer. */
    static synchronized void close(HintSettings settings, Runnable hinted) {
        Hints hints = settings == null ? null : OPEN.get(settings.port());
        if (hints != null) {
            hints.listeners.remove(hinted);
            if (hints.listeners.isEmpty()) {
                hints.close();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
            boolean right =
                    exchange.getRequestMethod().equals("POST")
                            // In a time that does not tell how much of it is right.
                            && MessageDigest.isEqual(asked, path);
            if (right) {
                listeners.forEach(Runnable::run);
            }
            exchange.sendResponseHeaders(right ? NO_CONTENT : NOT_FOUND, NO_BODY);
        }
    }

    @Override
    public void close() {
        OPEN.remove(port);
        server.stop(0);
        thread.shutdown();
    }
}
