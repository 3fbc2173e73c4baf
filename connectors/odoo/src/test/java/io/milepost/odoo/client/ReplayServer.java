package io.milepost.odoo.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that answers one request after the other with what was laid down for it. */
final class ReplayServer implements AutoCloseable {

    /** One request as it came. Names of headers in lower case. */
    record Received(String method, String path, Map<String, String> headers, byte[] body) {}

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    ReplayServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    ReplayServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    List<Received> received() {
        return new ArrayList<>(received);
    }

    Received last() {
        return received.get(received.size() - 1);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                if (closing.getCount() == 0) {
                    client.close();
                } else {
                    threads.execute(() -> serve(client));
                }
            }
        } catch (SocketException | RejectedExecutionException e) {
            closing.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            Received request = read(new BufferedInputStream(client.getInputStream()));
            received.add(request);
            Reply reply = replies.poll();
            if (reply == null) {
                reply = Reply.json(500, "\"nothing was laid down for this request\"");
            }
            switch (reply.kind()) {
                case ANSWER -> answer(client.getOutputStream(), reply);
                case HANG_UP -> client.setSoLinger(true, 0);
                case SAY_NOTHING -> closing.await();
            }
        } catch (IOException e) {
            // The client has gone; what it made of that is what the test looks at.
            broken.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(OutputStream out, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append("HTTP/").append(reply.httpVersion()).append(' ').append(reply.status());
        head.append(' ').append(reply.reason()).append("\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static Received read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(first[0], first[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (next < 0) {
            throw new IOException("The client hung up");
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** Nobody listens any more when this returns. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
        threads.shutdownNow();
        Waiting.until("the server has stopped", threads::isTerminated);
    }
}
