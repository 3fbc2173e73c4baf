package io.milepost.schemas;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a topic keeps its records.
 *
 * @param time how long a record stays; absent ({@code null}) to keep it for ever
 * @param compacted whether only the latest record of a key stays
 */
public record Retention(Duration time, boolean compacted) {

    /** Keeps every record for the given time. */
    public static Retention days(int days) {
        return new Retention(Duration.ofDays(days), false);
    }

    /** Keeps every record for ever. */
    public static Retention forever() {
        return new Retention(null, false);
    }

    /** Keeps the latest record of each key for ever. */
    public static Retention latestOfKey() {
        return new Retention(null, true);
    }

    /** The value for Kafka's {@code retention.ms}: -1 for ever. */
    public long retentionMillis() {
        return time == null ? -1 : time.toMillis();
    }

    /** The value for Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return compacted ? "compact" : "delete";
    }

    /** Whether a record with a time this long ago would be kept. */
    public boolean keeps(Duration age) {
        return time == null || Objects.requireNonNull(age, "age").compareTo(time) < 0;
    }
}
