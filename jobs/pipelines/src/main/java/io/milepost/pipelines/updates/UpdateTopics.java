package io.milepost.pipelines.updates;

import io.milepost.events.OdooCommand;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The topics of the job odoo-updates. */
public final class UpdateTopics {

    /** What it reads. */
    public static final List<Topic<?>> SOURCES = List.of(Catalogue.COMMANDS);

    /** What it writes. */
    public static final List<Topic<?>> OUTPUTS =
            List.of(Catalogue.RESULTS, Catalogue.DEAD_LETTERS, Catalogue.ACCOUNTS);

    /** What it alone writes, and so promises for. */
    static final List<Topic<?>> PROMISED = List.of(Catalogue.RESULTS);

    private UpdateTopics() {}

    /** The class of the records of each topic that is read, by its full name. */
    static Map<String, Class<? extends SpecificRecord>> classes(String prefix) {
        return Map.of(Catalogue.COMMANDS.in(prefix), OdooCommand.class);
    }
}
