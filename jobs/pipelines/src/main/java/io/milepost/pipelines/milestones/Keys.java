package io.milepost.pipelines.milestones;

import io.milepost.events.CarrierEvent;
import io.milepost.events.Envelope;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.SupplierEvent;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The keys under which events meet: line, order, shipment. */
public final class Keys {

    /** References that a ship notice binds to its lines and a carrier names. */
    private static final Set<ReferenceType> SHIPMENT =
            EnumSet.of(
                    ReferenceType.TRACKING_NUMBER,
                    ReferenceType.BILL_OF_LADING,
                    ReferenceType.CONTAINER,
                    ReferenceType.SSCC);

    private Keys() {}

    /** Key of the line of an order-line event. */
    public static LineKey line(OdooOrderLine line) {
        return line(line.getEnvelope(), line.getOrderId(), line.getLineId());
    }

    /** Key of the line of a receipt. */
    public static LineKey line(OdooReceipt receipt) {
        return line(receipt.getEnvelope(), receipt.getOrderId(), receipt.getLineId());
    }

    /** Key of the line of a bill. */
    public static LineKey line(OdooBill bill) {
        return line(bill.getEnvelope(), bill.getOrderId(), bill.getLineId());
    }

    /** Key of a line within the instance and company of an event. */
    public static LineKey line(Envelope envelope, long orderId, long lineId) {
        return new LineKey(envelope.getInstance(), envelope.getCompany(), orderId, lineId);
    }

    /** Key of the order of an order-line event. */
    public static String order(OdooOrderLine line) {
        return order(line.getEnvelope(), line.getOrderName());
    }

    /** Key of the order that a supplier names. */
    public static String order(SupplierEvent event) {
        return order(event.getEnvelope(), event.getOrderName());
    }

    /** Keys of the shipment references of an event, each once, in its order. */
    public static List<String> shipments(Envelope envelope) {
        List<String> keys = new ArrayList<>();
        for (Reference reference : envelope.getReferences()) {
            if (SHIPMENT.contains(reference.getType())) {
                String key =
                        envelope.getInstance()
                                + '/'
                                + envelope.getCompany()
                                + '/'
                                + reference.getType()
                                + '/'
                                + reference.getValue();
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /**
     * Key of a carrier's event: its id, times and references, so that a message that comes again
     * meets itself, whatever else a carrier uses an id for.
     *
     * @param references keys of its references
     */
    public static String carrier(CarrierEvent event, List<String> references) {
        Envelope envelope = event.getEnvelope();
        List<String> parts = new ArrayList<>(references);
        parts.sort(Comparator.naturalOrder());
        parts.add(envelope.getInstance());
        parts.add(envelope.getCompany());
        parts.add(envelope.getRecordedAt().toString());
        parts.add(envelope.getOccurredAt().toString());
        parts.add(envelope.getEventId());
        return StableId.of(parts.toArray(String[]::new));
    }

    private static String order(Envelope envelope, String orderName) {
        // A slash in instance or company would let orders of two companies meet under one key.
        line(envelope, 0, 0);
        return envelope.getInstance() + '/' + envelope.getCompany() + '/' + orderName;
    }
}
