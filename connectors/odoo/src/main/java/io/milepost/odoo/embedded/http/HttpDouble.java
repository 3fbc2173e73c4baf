package io.milepost.odoo.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.milepost.odoo.embedded.fault.HttpFault;
import io.milepost.odoo.embedded.rpc.ConnectionLost;
import io.milepost.odoo.embedded.rpc.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: as many calls at once as there are workers, a connection for each. */
public final class HttpDouble {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDouble.class);

    private final Router router;
    private final int workers;
    private int port;
    private HttpServer server;
    private ExecutorService threads;

    /**
     * @param endpoint what answers
     * @param workers how many calls at once
     * @param port 0 for any that is free
     */
    public HttpDouble(Endpoint endpoint, int workers, int port) {
        this.router = new Router(endpoint);
        this.workers = workers;
        this.port = port;
    }

    /** Listens on the loopback address; on the same port as before if it did so before. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
        port = server.getAddress().getPort();
        threads = Executors.newFixedThreadPool(workers, HttpDouble::thread);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Ends at once: connections break, the port refuses. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    /** Where it listens. */
    public synchronized int port() {
        return port;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange).send(exchange);
        } catch (ConnectionLost e) {
            LOG.debug("ending a connection without an answer: {}", e.getMessage());
        } catch (IOException e) {
            LOG.debug("a caller went away: {}", e.toString());
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.debug("a call was lost with the server", e);
                return;
            }
            LOG.error("the double of Odoo failed at {}", exchange.getRequestURI(), e);
            throw e;
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        try {
            return router.route(exchange);
        } catch (HttpFault e) {
            if (e.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", e.retryAfter());
            }
            return Response.html(e.status(), "<h1>on purpose</h1>\n");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "odoo-double");
        thread.setDaemon(true);
        return thread;
    }
}
