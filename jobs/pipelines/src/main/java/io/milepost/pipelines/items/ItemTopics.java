package io.milepost.pipelines.items;

import io.milepost.events.ItemEvent;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The topics of the job supplier-items. */
public final class ItemTopics {

    /** What it reads. */
    public static final List<Topic<?>> SOURCES = List.of(Catalogue.SUPPLIER_ITEMS);

    /** What it writes. */
    public static final List<Topic<?>> OUTPUTS =
            List.of(
                    Catalogue.COMMANDS,
                    Catalogue.ALERTS,
                    Catalogue.DEAD_LETTERS,
                    Catalogue.ACCOUNTS);

    private ItemTopics() {}

    /** The class of the records of each topic that is read, by its full name. */
    static Map<String, Class<? extends SpecificRecord>> classes(String prefix) {
        return Map.of(Catalogue.SUPPLIER_ITEMS.in(prefix), ItemEvent.class);
    }
}
