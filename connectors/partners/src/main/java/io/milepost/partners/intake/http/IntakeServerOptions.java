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
 * @param idle how long a connection may say nothing
 * @param atOnce how many calls are worked on at a time
 */
public record IntakeServerOptions(
        String host, int port, Tls tls, int signedBody, Duration idle, int atOnce) {

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

    /** Plain HTTP on loopback, 8 MiB of signed body, 30 s, 64 calls. */
    public static IntakeServerOptions plain(int port) {
        return new IntakeServerOptions(
                "127.0.0.1", port, null, 8 << 20, Duration.ofSeconds(30), 64);
    }
}
