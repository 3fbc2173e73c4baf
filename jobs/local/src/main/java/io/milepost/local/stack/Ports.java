package io.milepost.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on 127.0.0.1. */
public final class Ports {
    /**
     * Free ports are looked for below the range from which systems take the local ports of outgoing
     * connections (32768 upwards on Linux), so that nobody is given one between our look and its
     * use.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    /**
     * Ports given out by this JVM, so that services that start side by side never get the same one.
     */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** Whether a server can listen on this port now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do it: connections of an earlier run that linger are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A random port on which a server can listen now; the same port is never returned twice.
     *
     * @throws IOException if none is found
     */
    public static int free() throws IOException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IOException(
                "no free port found on 127.0.0.1 in %d attempts between %d and %d"
                        .formatted(ATTEMPTS, LOWEST, HIGHEST));
    }
}
