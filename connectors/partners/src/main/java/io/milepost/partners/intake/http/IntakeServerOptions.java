package io.milepost.partners.intake.http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the HTTP intake listens.
 *
 * @param host address to listen on; {@code 127.0.0.1} behind a proxy on the same machine
 * @param port port; 0 for any free one
 * @param tls certificate of the server, and whose clients' certificates it takes; {@code null} for
 *     plain HTTP behind a proxy
 * @param signedBody how many bytes a call may have whose signature is over its body, since that is
 *     held in memory until it is checked
 * @param signedBodies how many bytes all such calls together may have that are under way
 * @param idle how long a connection may say nothing, and a signed body take to come
 * @param atOnce how many calls are worked on at a time
 * @param grace how long calls that are under way may take when the service stops
 */
public record IntakeServerOptions(
        String host,
        int port,
        Tls tls,
        int signedBody,
        long signedBodies,
        Duration idle,
        int atOnce,
        Duration grace) {

    /**
     * TLS of the server.
     *
     * @param keyStore PKCS #12 file with its key and certificate
     * @param password the file's password
     * @param trustStore PKCS #12 file with whose certificates clients may present; {@code null} to
     *     ask for none
     * @param trustPassword that file's password; {@code null} without one
     * @param clientsNeedOne whether a client without a certificate is refused when it connects
     */
    public record Tls(
            Path keyStore,
            String password,
            Path trustStore,
            String trustPassword,
            boolean clientsNeedOne) {

        /** Without the passwords. */
        @Override
        public String toString() {
            return "Tls[" + keyStore + ", clients: " + trustStore + "]";
        }
    }

    /**
     * Plain HTTP on loopback, 8 MiB of signed body and 64 MiB of them together, 30 s, 64 calls, 8 s
     * at the end.
     */
    public static IntakeServerOptions plain(int port) {
        return new IntakeServerOptions(
                "127.0.0.1",
                port,
                null,
                8 << 20,
                64L << 20,
                Duration.ofSeconds(30),
                64,
                Duration.ofSeconds(8));
    }
}
