package io.milepost.local.distributor;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Envelope;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Partners send some messages twice: the same message id and content, taken in a second time and so
 * with a later time of knowledge.
 */
final class Repetition {

    private Repetition() {}

    /** The repetitions of some of the partner events that come before the end. */
    static List<TimedEvent> of(List<TimedEvent> events, Dice dice, long endMicros) {
        List<TimedEvent> repeated = new ArrayList<>();
        for (TimedEvent event : events) {
            boolean fromPartner =
                    event.value() instanceof SupplierEvent || event.value() instanceof CarrierEvent;
            if (fromPartner && dice.chance(Habits.REPEATED)) {
                long known = event.knownAtMicros() + dice.between(Micros.MINUTE, 2 * Micros.DAY);
                if (known < endMicros) {
                    repeated.add(again(event, known));
                }
            }
        }
        return repeated;
    }

    private static TimedEvent again(TimedEvent event, long known) {
        return new TimedEvent(
                event.topic(),
                event.key(),
                again(event.value(), known),
                event.lineKey(),
                known,
                known);
    }

    private static SpecificRecord again(SpecificRecord value, long known) {
        if (value instanceof SupplierEvent event) {
            return new SupplierEvent(
                    known(event.getEnvelope(), known),
                    event.getDocument(),
                    event.getOrderName(),
                    event.getLine(),
                    event.getBody());
        }
        CarrierEvent event = (CarrierEvent) value;
        return new CarrierEvent(
                known(event.getEnvelope(), known),
                event.getStatus(),
                event.getClassifier(),
                event.getEstimatedDeliveryAt(),
                event.getLocation(),
                event.getText());
    }

    private static Envelope known(Envelope envelope, long known) {
        return new Envelope(
                envelope.getEventId(),
                envelope.getSourceSystem(),
                envelope.getInstance(),
                envelope.getCompany(),
                envelope.getPartner(),
                envelope.getOccurredAt(),
                envelope.getRecordedAt(),
                Micros.toInstant(known),
                envelope.getReferences(),
                envelope.getTraceparent());
    }
}
