package io.milepost.local.partners;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Envelope;
import io.milepost.events.TimeClassifier;
import io.milepost.partners.edi.out.OutSegment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a carrier says of a shipment: X12 214, or JSON to a webhook. */
final class Statuses {

    private static final Map<CarrierStatus, String> CODES =
            Map.of(
                    CarrierStatus.PICKED_UP, "AF",
                    CarrierStatus.IN_TRANSIT, "X6",
                    CarrierStatus.CUSTOMS_CLEARED, "CT",
                    CarrierStatus.DELAYED, "SD",
                    CarrierStatus.ARRIVED, "AR",
                    CarrierStatus.OUT_FOR_DELIVERY, "OA",
                    CarrierStatus.DELIVERED, "D1");
    private static final Map<CarrierStatus, String> WORDS =
            Map.of(
                    CarrierStatus.PICKED_UP, "collected",
                    CarrierStatus.IN_TRANSIT, "travelling",
                    CarrierStatus.CUSTOMS_CLEARED, "cleared",
                    CarrierStatus.DELAYED, "late",
                    CarrierStatus.ARRIVED, "arrived",
                    CarrierStatus.OUT_FOR_DELIVERY, "on-the-van",
                    CarrierStatus.DELIVERED, "delivered");

    private Statuses() {}

    static Draft write(Correspondent who, CarrierEvent said, long control) {
        return who.voice() == Voice.X12 ? x12(who, said, control) : json(said);
    }

    private static Draft x12(Correspondent who, CarrierEvent said, long control) {
        Envelope envelope = said.getEnvelope();
        String shipment = envelope.getReferences().get(0).getValue();
        Instant at = envelope.getOccurredAt();
        List<String> identities = new ArrayList<>(List.of(Identity.of(said)));
        List<OutSegment> text = new ArrayList<>();
        text.add(OutSegment.of("B10", shipment, "", "FAST"));
        text.add(OutSegment.of("LX", "1"));
        switch (said.getClassifier()) {
            case PLANNED -> text.add(status("", "AA", at));
            case ESTIMATED -> text.add(status("AG", "", at));
            default -> text.add(status(CODES.get(said.getStatus()), "", at));
        }
        Instant estimate = said.getEstimatedDeliveryAt();
        if (estimate != null) {
            // An estimate is a status of its own here.
            text.add(OutSegment.of("LX", "2"));
            text.add(status("AG", "", estimate));
            identities.add(
                    Identity.of(
                            shipment, CarrierStatus.DELIVERED, TimeClassifier.ESTIMATED, estimate));
        }
        return new Draft(
                X12Documents.interchange(who, control, envelope.getRecordedAt(), "214", text),
                identities);
    }

    private static OutSegment status(String status, String appointment, Instant at) {
        return OutSegment.of(
                "AT7",
                status,
                status.isEmpty() ? "" : "NS",
                appointment,
                appointment.isEmpty() ? "" : "NA",
                Wording.day(at),
                Wording.time(at),
                "UT");
    }

    private static Draft json(CarrierEvent said) {
        Envelope envelope = said.getEnvelope();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", "parcel.moved").put("id", envelope.getEventId());
        json.put("parcel", envelope.getReferences().get(0).getValue());
        json.put("movement", WORDS.get(said.getStatus()));
        json.put(
                "certainty",
                switch (said.getClassifier()) {
                    case PLANNED -> "planned";
                    case ESTIMATED -> "expected";
                    default -> "done";
                });
        json.put("at", envelope.getOccurredAt().toString());
        json.put("sentAt", envelope.getRecordedAt().toString());
        if (said.getEstimatedDeliveryAt() != null) {
            json.put("delivery", said.getEstimatedDeliveryAt().toString());
        }
        return new Draft(
                json.toString().getBytes(StandardCharsets.UTF_8), List.of(Identity.of(said)));
    }
}
