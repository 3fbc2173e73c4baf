package io.milepost.pipelines.partners;

import io.milepost.events.PartnerInbound;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The topics of the job partner-intake. */
public final class PartnerTopics {

    /** What it reads and takes its clock from. */
    public static final List<Topic<?>> SOURCES = List.of(Catalogue.PARTNER_INBOUND);

    /** What it reads beside the clock. */
    public static final List<Topic<?>> PROFILES = List.of(Catalogue.PARTNER_PROFILES);

    /** What it alone writes, and promises for. */
    public static final List<Topic<?>> PROMISED =
            List.of(Catalogue.SUPPLIER_EVENTS, Catalogue.CARRIER_EVENTS, Catalogue.SUPPLIER_ITEMS);

    /** What it writes. */
    public static final List<Topic<?>> OUTPUTS =
            List.of(
                    Catalogue.SUPPLIER_EVENTS,
                    Catalogue.CARRIER_EVENTS,
                    Catalogue.SUPPLIER_ITEMS,
                    Catalogue.ALERTS,
                    Catalogue.DEAD_LETTERS,
                    Catalogue.ACCOUNTS);

    private PartnerTopics() {}

    /** The class of the records of each topic that gives the clock, by its full name. */
    static Map<String, Class<? extends SpecificRecord>> classes(String prefix) {
        return Map.of(Catalogue.PARTNER_INBOUND.in(prefix), PartnerInbound.class);
    }
}
