package io.milepost.pipelines.milestones.accounts;

import java.util.Objects;

/**
 * One thing that happened to one record.
 *
 * @param topic full name of the topic that it came from
 * @param kind what happened
 */
public record Entry(String topic, Kind kind) {

    /** What can happen to a record. */
    public enum Kind {
        /** It came in. */
        IN,
        /** It told something new. */
        EFFECTIVE,
        /** It was known already. */
        DUPLICATE,
        /** It was new, but older than what is known, or contradicted it. */
        WITHOUT_EFFECT,
        /** It began to wait. */
        WAIT_BEGAN,
        /** It waits no longer. */
        WAIT_ENDED,
        /** It was rejected. */
        DEAD_LETTERED
    }

    /** Checks that both are given. */
    public Entry {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(kind, "kind");
    }
}
