package io.milepost.e2e.odoo;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.LineStatus;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.ShipNotice;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Catalogue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Goods on their way: what the supplier ships, and what the carrier says of it. */
final class Goods {

    private Goods() {}

    /** A tracking number. */
    static Reference tracking(String number) {
        return new Reference(ReferenceType.TRACKING_NUMBER, number);
    }

    /** A bill of lading. */
    static Reference lading(String number) {
        return new Reference(ReferenceType.BILL_OF_LADING, number);
    }

    /** The supplier ships some of the line, expected on a day. */
    static TimedEvent shipped(
            LineStatus line,
            LineReference named,
            String number,
            String quantity,
            Instant day,
            Reference reference) {
        return Loop.says(
                line,
                named,
                number,
                ShipNotice.newBuilder()
                        .setShipmentId(number)
                        .setShippedAt(now())
                        .setEstimatedArrivalAt(day)
                        .setQuantity(Loop.decimal(quantity))
                        .setUnit(line.getUnit())
                        .build(),
                List.of(reference));
    }

    /** The carrier says where they are. */
    static TimedEvent carried(Reference reference, CarrierStatus status) {
        Instant now = now();
        CarrierEvent event =
                CarrierEvent.newBuilder()
                        .setEnvelope(
                                new Envelope(
                                        reference.getValue() + "-" + status,
                                        "edi-x12",
                                        "odoo",
                                        "1",
                                        "carrier",
                                        now,
                                        now,
                                        now,
                                        List.of(reference),
                                        null))
                        .setStatus(status)
                        .setClassifier(TimeClassifier.ACTUAL)
                        .build();
        return new TimedEvent(
                Catalogue.CARRIER_EVENTS,
                FeedKeys.shipment("odoo", "1", reference),
                event,
                null,
                Micros.of(now),
                Micros.of(now));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
