package io.milepost.pipelines.milestones.route;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * The topics whose facts make milestones, in an environment.
 *
 * @param prefix what the environment puts before every topic's name; empty for none
 */
public record FactTopics(String prefix) implements Serializable {

    /** The topics. */
    public static final List<Topic<?>> ALL =
            List.of(
                    Catalogue.ORDER_LINES,
                    Catalogue.RECEIPTS,
                    Catalogue.BILLS,
                    Catalogue.SUPPLIER_EVENTS,
                    Catalogue.CARRIER_EVENTS);

    /** Topics that are read beside them and never hold the clock. */
    private static final List<Topic<?>> UNCLOCKED = List.of(Catalogue.RESULTS);

    /** Full names of the topics. */
    public List<String> names() {
        return ALL.stream().map(topic -> topic.in(prefix)).toList();
    }

    /** The class of the records of each topic, by full name, of results too. */
    Map<String, Class<? extends SpecificRecord>> classes() {
        Map<String, Class<? extends SpecificRecord>> classes = new HashMap<>();
        for (Topic<?> topic : ALL) {
            classes.put(topic.in(prefix), topic.value());
        }
        for (Topic<?> topic : UNCLOCKED) {
            classes.put(topic.in(prefix), topic.value());
        }
        return classes;
    }
}
