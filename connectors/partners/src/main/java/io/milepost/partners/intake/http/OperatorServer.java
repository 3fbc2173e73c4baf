package io.milepost.partners.intake.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What operators ask the intake, apart from where partners call: {@code /healthz} whether the
 * process runs, {@code /readyz} whether Kafka answers it, {@code /metrics} for Prometheus.
 */
public final class OperatorServer implements AutoCloseable {

    private static final int THREADS = 6;

    private final Server server;
    private final ServerConnector connector;

    private OperatorServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to answer.
     *
     * @param ready whether what partners send would be kept now
     * @param metrics metrics in the text format of Prometheus
     * @throws IOException if it cannot listen there
     */
    public static OperatorServer start(
            String host, int port, BooleanSupplier ready, Supplier<String> metrics)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("operators");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Questions(ready, metrics));
        OperatorServer started = new OperatorServer(server, connector);
        try {
            server.start();
        } catch (Exception e) {
            started.close();
            throw new IOException(
                    "operators: cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        return started;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("operators: cannot stop", e);
        }
    }

    private static final class Questions extends Handler.Abstract {

        private final BooleanSupplier ready;
        private final Supplier<String> metrics;

        Questions(BooleanSupplier ready, Supplier<String> metrics) {
            this.ready = ready;
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            switch (Request.getPathInContext(request)) {
                case "/healthz" -> send(response, callback, 200, "up\n");
                case "/readyz" -> {
                    boolean now = ready.getAsBoolean();
                    send(
                            response,
                            callback,
                            now ? 200 : 503,
                            now ? "ready\n" : "Kafka does not answer\n");
                }
                case "/metrics" -> send(response, callback, 200, metrics.get());
                default -> send(response, callback, 404, "expected /healthz, /readyz, /metrics\n");
            }
            return true;
        }

        private static void send(Response response, Callback callback, int status, String text) {
            response.setStatus(status);
            response.getHeaders()
                    .put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        }
    }
}
