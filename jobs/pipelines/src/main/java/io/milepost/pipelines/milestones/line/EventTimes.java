package io.milepost.pipelines.milestones.line;

import io.milepost.events.Envelope;
import io.milepost.state.Times;
import org.apache.avro.specific.SpecificRecord;

/** Times of events of any kind. */
final class EventTimes {

    private static final String ENVELOPE = "envelope";

    private EventTimes() {}

    /** When an event became known, microseconds. */
    static long knownAt(SpecificRecord event) {
        int position = event.getSchema().getField(ENVELOPE).pos();
        return Times.micros(((Envelope) event.get(position)).getKnownAt());
    }
}
