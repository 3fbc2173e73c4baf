package io.milepost.pipelines.delivery;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is when documents are sent and acknowledged. It is the world's, unless what the job
 * reads is played: then things happen a little after what led to them, and are known from then on.
 * Travels in the job graph.
 *
 * @param delay how long things take where they are played; {@code null} in the world
 */
public record DeliveryTime(Duration delay) implements Serializable {

    /** The time of the world. */
    public static final DeliveryTime OF_THE_WORLD = new DeliveryTime(null);

    /** The time of something played: each thing happens so much after what led to it. */
    public static DeliveryTime played(Duration delay) {
        return new DeliveryTime(delay);
    }

    /** Whether what is told is known from its own time on, and not from the broker's. */
    boolean isPlayed() {
        return delay != null;
    }

    /**
     * The time of what something leads to.
     *
     * @param cause when that became known
     */
    InstantSource after(Instant cause) {
        return delay == null ? InstantSource.system() : InstantSource.fixed(cause.plus(delay));
    }
}
