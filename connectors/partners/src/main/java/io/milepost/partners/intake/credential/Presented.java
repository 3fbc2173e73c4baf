package io.milepost.partners.intake.credential;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a caller presents to prove who it is: the request's headers, the body as it was sent, and
 * the certificate of its connection.
 *
 * @param headers header values by lower-case name, in the order in which they came
 * @param body the body's bytes, before anything was done to them; not copied, not to be changed;
 *     empty while only headers are checked
 * @param certificate SHA-256 of the client certificate that the TLS connection was opened with, in
 *     lower-case hexadecimal; {@code null} without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Presented(Map<String, List<String>> headers, byte[] body, String certificate) {

    /** Checks that headers and body are there. */
    public Presented {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /**
     * The header's only value; {@code null} if it is missing or there are several, because which of
     * them another reader would take is unknown.
     *
     * @param name in lower case
     */
    public String only(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : null;
    }
}
