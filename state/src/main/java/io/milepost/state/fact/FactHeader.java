package io.milepost.state.fact;

import java.util.Comparator;
import java.util.Objects;

/**
 * What every fact has: identity, version, and its three times in microseconds.
 *
 * @param identity what the fact is about, unique within the line, for example {@code ack/4711}
 * @param version place among the states of that thing
 * @param eventId the event that brought it
 * @param occurredAt business time
 * @param recordedAt when its source wrote it down
 * @param knownAt when Milepost could first know it
 * @param traceparent W3C traceparent of the event; {@code null} if not traced
 */
public record FactHeader(
        String identity,
        Version version,
        String eventId,
        long occurredAt,
        long recordedAt,
        long knownAt,
        String traceparent) {

    /** Of two headers of the same fact, the one that counts comes first: the earliest known. */
    static final Comparator<FactHeader> EARLIEST_KNOWN =
            Comparator.comparingLong(FactHeader::knownAt)
                    .thenComparingLong(FactHeader::recordedAt)
                    .thenComparing(FactHeader::eventId)
                    .thenComparing(h -> h.traceparent == null ? "" : h.traceparent);

    /** Checks that identity, version and event id are given. */
    public FactHeader {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(eventId, "eventId");
    }

    /** Name of the fact in everything that Milepost writes: identity and version. */
    public String factId() {
        return identity + '@' + version;
    }
}
