package io.milepost.local.feed;

import io.milepost.schemas.Topic;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event of a feed with its place in the publishing order. Times are microseconds since the
 * epoch, UTC.
 *
 * @param topic the topic it belongs to
 * @param key the UTF-8 key of its record, in the form that the topic's key type names
 * @param value the event
 * @param lineKey the purchase-order line that it is about (instance/company/order id/line id);
 *     {@code null} when it is about a whole order or a shipment
 * @param atMicros its place in the publishing order
 * @param knownAtMicros when Milepost could first know it; the same as in the event's envelope
 */
public record TimedEvent(
        Topic<?> topic,
        String key,
        SpecificRecord value,
        String lineKey,
        long atMicros,
        long knownAtMicros) {

    /** Checks that every part but the line key is given, and that the value fits the topic. */
    public TimedEvent {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (!topic.value().isInstance(value)) {
            throw new IllegalArgumentException(
                    "event for "
                            + topic.name()
                            + ": expected a "
                            + topic.value().getSimpleName()
                            + " but found a "
                            + value.getClass().getSimpleName());
        }
    }

    /** The same event at another place of the publishing order. */
    public TimedEvent at(long micros) {
        return new TimedEvent(topic, key, value, lineKey, micros, knownAtMicros);
    }
}
