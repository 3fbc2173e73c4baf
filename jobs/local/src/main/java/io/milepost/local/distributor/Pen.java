package io.milepost.local.distributor;

import io.milepost.events.Envelope;
import io.milepost.events.Reference;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Topic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes events down. It turns times of the story into times of the world, and leaves out what
 * would only become known after the story's end.
 */
final class Pen {

    private static final int SCALE = 6;

    private final long start;
    private final long endOfStory;
    private final List<TimedEvent> events = new ArrayList<>();

    /**
     * @param start the start of the story, microseconds since the epoch
     * @param length how long it is, microseconds
     */
    Pen(long start, long length) {
        this.start = start;
        this.endOfStory = length;
    }

    /** Everything written so far, in the order of writing. */
    List<TimedEvent> events() {
        return events;
    }

    /** When something of the story happened in the world, microseconds since the epoch. */
    long micros(long storyTime) {
        return start + storyTime;
    }

    /** When something of the story happened in the world. */
    Instant instant(long storyTime) {
        return Micros.toInstant(micros(storyTime));
    }

    Envelope envelope(
            String company,
            String eventId,
            String source,
            String partner,
            long occurredAt,
            long recordedAt,
            long knownAt,
            List<Reference> references) {
        return new Envelope(
                eventId,
                source,
                Order.INSTANCE,
                company,
                partner,
                instant(occurredAt),
                instant(recordedAt),
                instant(knownAt),
                references,
                null);
    }

    /** Writes an event that becomes known at a time of the story; false when that is too late. */
    boolean write(Topic<?> topic, String key, SpecificRecord value, String lineKey, long knownAt) {
        if (knownAt >= endOfStory) {
            return false;
        }
        long micros = micros(knownAt);
        events.add(new TimedEvent(topic, key, value, lineKey, micros, micros));
        return true;
    }

    static BigDecimal decimal(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }

    static BigDecimal decimal(int number) {
        return decimal(BigDecimal.valueOf(number));
    }
}
