package io.milepost.partners.canonical;

import io.milepost.events.Envelope;
import io.milepost.events.Reference;
import java.time.Instant;
import java.util.List;

/** Makes the envelopes of events. */
final class Envelopes {

    private Envelopes() {}

    static Envelope of(
            Paper paper,
            String eventId,
            Instant occurredAt,
            Instant recordedAt,
            List<Reference> references) {
        Speaker speaker = paper.speaker();
        return new Envelope(
                eventId,
                speaker.sourceSystem(),
                speaker.instance(),
                speaker.company(),
                speaker.partner(),
                occurredAt,
                recordedAt,
                paper.arrival().knownAt(),
                references,
                paper.arrival().traceparent());
    }
}
