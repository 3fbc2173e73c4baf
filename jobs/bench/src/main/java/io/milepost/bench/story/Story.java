package io.milepost.bench.story;

import io.milepost.local.feed.TimedEvent;
import java.util.Iterator;

/** Events in the order of their knowledge. */
public interface Story {

    /** The events, from the beginning each time. */
    Iterator<TimedEvent> events();

    /** How many there are. */
    long count();

    /** The final heartbeat, microseconds since the epoch. */
    long endMicros();
}
