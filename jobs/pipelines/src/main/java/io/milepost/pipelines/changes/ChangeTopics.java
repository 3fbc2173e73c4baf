package io.milepost.pipelines.changes;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;

/** The topics of the job odoo-changes. */
public final class ChangeTopics {

    /** What it alone writes, and so promises for. */
    static final List<Topic<?>> PROMISED =
            List.of(Catalogue.ORDER_LINES, Catalogue.RECEIPTS, Catalogue.BILLS, Catalogue.ORDERS);

    /** What it writes. */
    public static final List<Topic<?>> OUTPUTS =
            List.of(
                    Catalogue.ORDER_LINES,
                    Catalogue.RECEIPTS,
                    Catalogue.BILLS,
                    Catalogue.ORDERS,
                    Catalogue.DEAD_LETTERS,
                    Catalogue.ACCOUNTS);

    private ChangeTopics() {}

    /** One of the topics that events go to, by its plain name. */
    static Topic<?> named(String name) {
        return PROMISED.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "expected a topic of Odoo's events but found " + name));
    }
}
