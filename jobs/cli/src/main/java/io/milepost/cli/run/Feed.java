package io.milepost.cli.run;

import io.milepost.local.feed.TimedEvent;
import java.util.List;

/**
 * What is sent through the job. Times are microseconds since the epoch, UTC.
 *
 * @param events sorted by their place
 * @param startMicros simulated time starts here
 * @param endMicros the final heartbeat
 */
public record Feed(List<TimedEvent> events, long startMicros, long endMicros) {

    /** Keeps its own copy. */
    public Feed {
        events = List.copyOf(events);
    }

    /** A feed that starts with its first event. */
    public static Feed of(List<TimedEvent> events, long endMicros) {
        return new Feed(events, events.isEmpty() ? endMicros : events.get(0).atMicros(), endMicros);
    }
}
