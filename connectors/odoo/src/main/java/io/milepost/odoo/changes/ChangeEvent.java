package io.milepost.odoo.changes;

import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * One event of a change.
 *
 * @param model Odoo's name of the model whose record it is about
 * @param topic where it belongs
 * @param key the record's key there: line or order
 * @param event the event, whole
 * @param knownAtMicros when it could first be known
 */
public record ChangeEvent(
        String model, Topic<?> topic, String key, SpecificRecord event, long knownAtMicros) {

    static ChangeEvent of(String model, Origin origin, SpecificRecord event, long knownAtMicros) {
        String prefix = origin.instance() + "/" + origin.company() + "/";
        if (event instanceof OdooOrderLine line) {
            String key = prefix + line.getOrderId() + "/" + line.getLineId();
            return new ChangeEvent(model, Catalogue.ORDER_LINES, key, event, knownAtMicros);
        } else if (event instanceof OdooReceipt receipt) {
            String key = prefix + receipt.getOrderId() + "/" + receipt.getLineId();
            return new ChangeEvent(model, Catalogue.RECEIPTS, key, event, knownAtMicros);
        } else if (event instanceof OdooBill bill) {
            String key = prefix + bill.getOrderId() + "/" + bill.getLineId();
            return new ChangeEvent(model, Catalogue.BILLS, key, event, knownAtMicros);
        } else if (event instanceof OdooOrder order) {
            return new ChangeEvent(
                    model, Catalogue.ORDERS, prefix + order.getOrderName(), event, knownAtMicros);
        }
        throw new IllegalArgumentException(
                "expected an event of Odoo but found " + event.getSchema().getFullName());
    }
}
