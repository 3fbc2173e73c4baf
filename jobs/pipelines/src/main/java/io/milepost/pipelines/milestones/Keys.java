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
import java.util.ArrayList;
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

    /** Keys of the shipment references of an event, in its order. */
    public static List<String> shipments(Envelope envelope) {
        List<String> keys = new ArrayList<>();
        for (Reference reference : envelope.getReferences()) {
            if (SHIPMENT.contains(reference.getType())) {
                keys.add(
                        envelope.getInstance()
                                + '/'
                                + envelope.getCompany()
                                + '/'
                                + reference.getType()
                                + '/'
                                + reference.getValue());
            }
        }
        return keys;
    }

    /** Key of the shipment that a carrier means: its first reference; {@code null} if none. */
    public static String shipment(CarrierEvent event) {
        List<String> keys = shipments(event.getEnvelope());
        return keys.isEmpty() ? null : keys.get(0);
    }

    private static String order(Envelope envelope, String orderName) {
        // A slash in instance or company would let orders of two companies meet under one key.
        line(envelope, 0, 0);
        return envelope.getInstance() + '/' + envelope.getCompany() + '/' + orderName;
    }
}
