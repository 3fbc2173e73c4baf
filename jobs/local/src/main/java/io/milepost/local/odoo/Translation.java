package io.milepost.local.odoo;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.Reference;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.TrustedEvents;

/**
 * Lets suppliers and carriers speak of what is in Odoo: orders by Odoo's number, lines by Odoo's id
 * or, where the story has a line number, which Odoo has not, by the supplier's own number.
 */
final class Translation {

    static {
        TrustedEvents.trust();
    }

    private final Placement placement;
    private final Masters masters;
    private final String company;

    /**
     * @param company database id of the company that buys
     */
    Translation(Placement placement, Masters masters, String company) {
        this.placement = placement;
        this.masters = masters;
        this.company = company;
    }

    /** What a partner says, of what is in Odoo; the order has to be there. */
    TimedEvent of(TimedEvent event) {
        if (event.value() instanceof SupplierEvent supplier) {
            return supplier(event, supplier);
        }
        return carrier(event, (CarrierEvent) event.value());
    }

    private TimedEvent supplier(TimedEvent event, SupplierEvent said) {
        Placement.Order order = placement.order(said.getOrderName());
        if (order == null) {
            throw new IllegalStateException(
                    "order " + said.getOrderName() + " is spoken of but not in Odoo");
        }
        Placement.Line line = event.lineKey() == null ? null : placement.line(event.lineKey());
        SupplierEvent translated =
                new SupplierEvent(
                        envelope(said.getEnvelope(), masters.vendorId(partner(said))),
                        said.getDocument(),
                        order.name(),
                        said.getLine() == null ? null : reference(said.getLine(), line),
                        said.getBody());
        return new TimedEvent(
                event.topic(),
                FeedKeys.order(OdooServer.INSTANCE, company, order.name()),
                translated,
                line == null ? null : line.key(company),
                event.atMicros(),
                event.knownAtMicros());
    }

    private static String partner(SupplierEvent said) {
        return said.getEnvelope().getPartner();
    }

    private TimedEvent carrier(TimedEvent event, CarrierEvent said) {
        CarrierEvent translated =
                new CarrierEvent(
                        envelope(said.getEnvelope(), said.getEnvelope().getPartner()),
                        said.getStatus(),
                        said.getClassifier(),
                        said.getEstimatedDeliveryAt(),
                        said.getLocation(),
                        said.getText());
        Reference shipment = said.getEnvelope().getReferences().get(0);
        return new TimedEvent(
                event.topic(),
                FeedKeys.shipment(OdooServer.INSTANCE, company, shipment),
                translated,
                null,
                event.atMicros(),
                event.knownAtMicros());
    }

    private static LineReference reference(LineReference name, Placement.Line line) {
        if (name.getLineId() != null) {
            return LineReference.newBuilder()
                    .setLineId(line.id())
                    .setOrderId(line.order().id())
                    .build();
        }
        if (name.getLineNumber() != null) {
            return LineReference.newBuilder().setVendorItem(line.item().vendorItem()).build();
        }
        return name;
    }

    private Envelope envelope(Envelope said, String partner) {
        return Envelope.newBuilder(said)
                .setInstance(OdooServer.INSTANCE)
                .setCompany(company)
                .setPartner(partner)
                .build();
    }
}
