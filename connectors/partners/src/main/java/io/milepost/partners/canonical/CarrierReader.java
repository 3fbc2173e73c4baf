package io.milepost.partners.canonical;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Reference;
import io.milepost.events.TimeClassifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a carrier says of shipments. A carrier that tells a shipment's whole story each time
 * repeats itself: an event is known by the carrier's own id, else by all that it says, and not by
 * the message that it came in.
 */
final class CarrierReader {

    static final String STATUS = "carrierStatus";

    private final Paper paper;
    private final boolean documented;
    private final Map<String, CarrierEvent> events = new LinkedHashMap<>();

    /**
     * For a message.
     *
     * @param documented whether it says when it was written
     */
    CarrierReader(Paper paper, boolean documented) {
        this.paper = paper;
        this.documented = documented;
    }

    void read(Fields event) {
        CarrierStatus status = event.requiredConstant("status", CarrierStatus.class);
        TimeClassifier classifier =
                event.constant("classifier", TimeClassifier.class, TimeClassifier.ACTUAL);
        Instant at = event.requiredTime("at", "when it happened or will");
        Instant estimate = event.time("estimatedDeliveryAt");
        String location = event.words("location");
        String text = event.words("text");
        List<Reference> references = Names.references(event);
        if (!event.has("references")) {
            event.findings()
                    .missing(
                            event.object(),
                            event.path("references"),
                            "at least one reference of the shipment");
        }
        Instant recordedAt = event.time("recordedAt");
        String id = event.text("id");
        event.refuseOthers();
        String eventId =
                id == null
                        ? id(references, status, classifier, at, estimate, location, text)
                        : id(id);
        events.putIfAbsent(
                eventId,
                new CarrierEvent(
                        Envelopes.of(paper, eventId, at, recorded(recordedAt, at), references),
                        status,
                        classifier,
                        estimate,
                        location,
                        text));
    }

    private String id(Object... parts) {
        Speaker speaker = paper.speaker();
        return EventId.of(
                speaker.instance(), speaker.company(), speaker.partner(), EventId.of(parts));
    }

    /** A carrier that does not say when it wrote something down did so when it happened. */
    private Instant recorded(Instant recordedAt, Instant at) {
        if (recordedAt != null) {
            return recordedAt;
        }
        if (documented) {
            return paper.recordedAt();
        }
        Instant known = paper.arrival().knownAt();
        return at.isAfter(known) ? known : at;
    }

    List<CarrierEvent> events() {
        return List.copyOf(events.values());
    }
}
