package io.milepost.odoo.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and the server: passes requests on and, if told so, keeps the answers of
 * the next batches of commands for itself and cuts the connection.
 */
public final class CuttingProxy implements AutoCloseable {

    private static final String BATCH = "\"op\":\"apply\"";

    private final ServerSocket listening;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final AtomicInteger answersToLose = new AtomicInteger();
    final AtomicInteger requestsToLose = new AtomicInteger();

    CuttingProxy(String server) throws IOException {
        this.server = URI.create(server);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = request(client.getInputStream());
            boolean batch = new String(request, StandardCharsets.UTF_8).contains(BATCH);
            if (batch && taken(requestsToLose)) {
                return;
            }
            try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
                upstream.getOutputStream().write(request);
                byte[] answer = upstream.getInputStream().readAllBytes();
                if (batch && taken(answersToLose)) {
                    return;
                }
                OutputStream out = client.getOutputStream();
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            if (!threads.isShutdown()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean taken(AtomicInteger budget) {
        return budget.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** One request, with the wish that the connection ends after it. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the client went away");
            }
            head.write(read);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = 0;
        StringBuilder sent = new StringBuilder();
        for (String line : text.strip().split("\r\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            if (!lower.startsWith("connection:")) {
                sent.append(line).append("\r\n");
            }
        }
        sent.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(sent.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(in.readNBytes(length));
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
