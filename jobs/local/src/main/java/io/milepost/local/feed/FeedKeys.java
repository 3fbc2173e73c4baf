package io.milepost.local.feed;

import io.milepost.events.Reference;

/** The keys of the fact topics, in the forms that {@link io.milepost.schemas.KeyType} names. */
public final class FeedKeys {

    private FeedKeys() {}

    /** Key of a purchase-order line: instance/company/order id/line id. */
    public static String line(String instance, String company, long orderId, long lineId) {
        return instance + "/" + company + "/" + orderId + "/" + lineId;
    }

    /** Key of an order: instance/company/order name. */
    public static String order(String instance, String company, String orderName) {
        return instance + "/" + company + "/" + orderName;
    }

    /** Key of a shipment by one of its references: instance/company/type/value. */
    public static String shipment(String instance, String company, Reference reference) {
        return instance + "/" + company + "/" + reference.getType() + "/" + reference.getValue();
    }
}
