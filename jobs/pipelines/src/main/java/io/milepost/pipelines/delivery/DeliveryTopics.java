package io.milepost.pipelines.delivery;

import io.milepost.events.OdooOrder;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.SupplierEvent;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The topics of the job partner-delivery. */
public final class DeliveryTopics {

    /** Where orders come from. */
    public static final List<Topic<?>> ORDERS = List.of(Catalogue.ORDERS);

    /** What is to be sent, what partners' systems say to what they got, and what they send. */
    public static final List<Topic<?>> QUEUES =
            List.of(
                    Catalogue.PARTNER_OUTBOUND,
                    Catalogue.SUPPLIER_EVENTS,
                    Catalogue.PARTNER_INBOUND);

    /** What it reads beside them. */
    public static final List<Topic<?>> PROFILES = List.of(Catalogue.PARTNER_PROFILES);

    /** Its ledger, written past the checkpoints: it is so whatever the job forgets. */
    public static final List<Topic<?>> DIRECT = List.of(Catalogue.PARTNER_DELIVERIES);

    /** What it writes with the checkpoints. */
    public static final List<Topic<?>> OUTPUTS =
            List.of(
                    Catalogue.PARTNER_OUTBOUND,
                    Catalogue.ALERTS,
                    Catalogue.DEAD_LETTERS,
                    Catalogue.ACCOUNTS);

    private DeliveryTopics() {}

    /** The class of the records of each topic that is decoded, by its full name. */
    static Map<String, Class<? extends SpecificRecord>> classes(String prefix) {
        return Map.of(
                Catalogue.ORDERS.in(prefix), OdooOrder.class,
                Catalogue.PARTNER_OUTBOUND.in(prefix), PartnerOutbound.class,
                Catalogue.PARTNER_INBOUND.in(prefix), PartnerInbound.class,
                Catalogue.SUPPLIER_EVENTS.in(prefix), SupplierEvent.class);
    }
}
