package io.milepost.state.line;

import io.milepost.state.fact.FactHeader;

/** Headers that became known at another time. */
final class KnownAt {

    private KnownAt() {}

    static FactHeader of(FactHeader header, long knownAt) {
        return new FactHeader(
                header.identity(),
                header.version(),
                header.eventId(),
                header.occurredAt(),
                header.recordedAt(),
                knownAt,
                header.traceparent());
    }
}
