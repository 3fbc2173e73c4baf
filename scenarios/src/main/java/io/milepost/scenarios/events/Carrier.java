package io.milepost.scenarios.events;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Reference;
import io.milepost.events.TimeClassifier;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the carrier reports of a shipment. */
public final class Carrier {

    private static final Map<String, CarrierStatus> STATUSES =
            Map.of(
                    "booked", CarrierStatus.BOOKED,
                    "picked up", CarrierStatus.PICKED_UP,
                    "in transit", CarrierStatus.IN_TRANSIT,
                    "arrived", CarrierStatus.ARRIVED,
                    "held by customs", CarrierStatus.CUSTOMS_HELD,
                    "cleared by customs", CarrierStatus.CUSTOMS_CLEARED,
                    "out for delivery", CarrierStatus.OUT_FOR_DELIVERY,
                    "delivered", CarrierStatus.DELIVERED,
                    "delayed", CarrierStatus.DELAYED);
    private static final String STATUS = "(" + String.join("|", STATUSES.keySet()) + ")";
    private static final String ABOUT = "(" + References.PATTERN + ")";

    private final Chronicle story;

    private Carrier(Chronicle story) {
        this.story = story;
    }

    /** Adds the carrier's sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Carrier carrier = new Carrier(story);
        vocabulary
                .add(
                        "the carrier reports "
                                + ABOUT
                                + " as "
                                + STATUS
                                + "(?:, delivery expected on <time>)?",
                        carrier::reports)
                .add(
                        "the carrier (plans|expects) " + ABOUT + " to be " + STATUS + " on <time>",
                        carrier::foresees);
    }

    private void reports(Words words) {
        tell(
                words.timing(),
                References.parse(words.word(1)),
                words.word(2),
                TimeClassifier.ACTUAL,
                words.moment(3));
    }

    /** The time of a status that is still to come is its own, not that of the message. */
    private void foresees(Words words) {
        Timing said = words.timing();
        tell(
                new Timing(words.moment(4), said.recorded(), said.known(), said.arrives()),
                References.parse(words.word(2)),
                words.word(3),
                words.word(1).equals("plans") ? TimeClassifier.PLANNED : TimeClassifier.ESTIMATED,
                null);
    }

    private void tell(
            Timing timing,
            List<Reference> references,
            String status,
            TimeClassifier classifier,
            Instant delivery) {
        CarrierEvent event =
                CarrierEvent.newBuilder()
                        .setEnvelope(story.envelope(timing, "carrier", references))
                        .setStatus(STATUSES.get(status))
                        .setClassifier(classifier)
                        .setEstimatedDeliveryAt(delivery)
                        .build();
        story.tellOfShipment(timing, Catalogue.CARRIER_EVENTS, references.get(0), event);
    }
}
