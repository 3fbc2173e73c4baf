package io.milepost.local.partners;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.LineReference;
import io.milepost.events.Reference;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TimeClassifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By what an event is the same before a message is written of it and after it was read: who says
 * what kind of thing, in which document, of which line.
 */
final class Identity {

    private Identity() {}

    static String of(SupplierEvent event) {
        return of(event, event.getDocument().getPurpose(), name(event.getLine()));
    }

    /**
     * Of an event as a format can say it.
     *
     * @param purpose what the format says of the document
     * @param line how the format names the line
     */
    static String of(SupplierEvent event, DocumentPurpose purpose, String line) {
        return String.join(
                " ",
                event.getEnvelope().getPartner(),
                event.getBody().getClass().getSimpleName(),
                event.getOrderName(),
                event.getDocument().getNumber(),
                purpose.name(),
                line);
    }

    static String of(CarrierEvent event) {
        Reference shipment = event.getEnvelope().getReferences().get(0);
        return of(
                shipment.getValue(),
                event.getStatus(),
                event.getClassifier(),
                event.getEnvelope().getOccurredAt());
    }

    static String of(String shipment, CarrierStatus status, TimeClassifier how, Instant at) {
        return String.join(
                " ",
                shipment,
                status.name(),
                how.name(),
                at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The name that a line is called by foremost. */
    static String name(LineReference line) {
        if (line == null) {
            return "all";
        } else if (line.getLineId() != null) {
            return line.getOrderId() + "/" + line.getLineId();
        }
        return line.getVendorItem() != null ? line.getVendorItem() : line.getGtin();
    }
}
