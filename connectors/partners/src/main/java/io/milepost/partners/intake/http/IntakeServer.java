package io.milepost.partners.intake.http;

import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP service that partners send to; the page docs/partners.md says how they do. */
public final class IntakeServer implements AutoCloseable {

    private static final int BESIDE_CALLS = 8;

    private final Server server;
    private final ServerConnector connector;

    private IntakeServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts the service.
     *
     * @param intake what takes the bodies
     * @param partners who may call
     * @param watch is told of each call
     * @throws IOException if it cannot listen there, or its certificate cannot be read
     */
    public static IntakeServer start(
            Intake intake,
            List<IntakePartner> partners,
            IntakeServerOptions options,
            Clock clock,
            IntakeWatch watch)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(options.atOnce() + BESIDE_CALLS);
        threads.setName("intake");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, options);
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idle().toMillis());
        server.addConnector(connector);
        server.setHandler(
                new GracefulHandler(new CallHandler(intake, partners, options, clock, watch)));
        server.setStopTimeout(options.grace().toMillis());
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException(
                    "HTTP intake: cannot listen on "
                            + options.host()
                            + ":"
                            + options.port()
                            + ": "
                            + e.getMessage(),
                    e);
        }
        return new IntakeServer(server, connector);
    }

    private static ServerConnector connector(Server server, IntakeServerOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        // What the server runs on is nobody's business.
        http.setSendServerVersion(false);
        if (options.tls() == null) {
            return new ServerConnector(server, new HttpConnectionFactory(http));
        }
        IntakeServerOptions.Tls tls = options.tls();
        // A partner may reach the service under any name its certificate does not have.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(tls.keyStore().toString());
        context.setKeyStoreType("PKCS12");
        context.setKeyStorePassword(tls.password());
        if (tls.trustStore() != null) {
            context.setTrustStorePath(tls.trustStore().toString());
            context.setTrustStoreType("PKCS12");
            context.setTrustStorePassword(tls.trustPassword());
            context.setNeedClientAuth(tls.clientsNeedOne());
            context.setWantClientAuth(!tls.clientsNeedOne());
        }
        return new ServerConnector(
                server,
                new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(http));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** Lets the calls that are under way end, and stops. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("HTTP intake: cannot stop", e);
        }
    }
}
