package io.milepost.partners.canonical;

import java.time.Instant;
import java.util.Objects;

/**
 * How a message came in.
 *
 * @param knownAt the broker's time of its intake
 * @param traceparent W3C trace context of the request that brought it; {@code null} if not traced
 */
public record Arrival(Instant knownAt, String traceparent) {

    /** Checks that the time is there. */
    public Arrival {
        Objects.requireNonNull(knownAt, "knownAt");
    }
}
