package io.milepost.odoo.changes;

import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records of Odoo that events are made of, in bulk. Fields and models that there are not are left
 * out, because they differ by version and by installed application.
 */
interface Records {

    /** How many ids go into one question. */
    int CHUNK = 1000;

    /** Whose records they are, by database id. */
    long company();

    /** Records whose field refers to one of some ids, by id; many ids in several questions. */
    List<Row> by(
            String model,
            String field,
            Collection<Long> ids,
            List<String> fields,
            Object... furtherConditions)
            throws OdooException, InterruptedException;

    /** Which of some fields a model has; none if it is not there or not to be read. */
    List<String> present(String model, List<String> wanted)
            throws OdooException, InterruptedException;

    /** Units of measure by id; those that cannot be read under a name that says so. */
    Map<Long, Unit> units(Collection<Long> ids) throws OdooException, InterruptedException;

    /**
     * Which lines Milepost split some lines off from, by id of the part; those that it did not are
     * left out. It never changes, and is there as soon as the line is.
     */
    Map<Long, Long> splitOf(Collection<Long> lines) throws OdooException, InterruptedException;

    /** Records by id; those that are gone are left out. */
    default Map<Long, Row> byId(String model, Collection<Long> ids, List<String> fields)
            throws OdooException, InterruptedException {
        Map<Long, Row> found = new TreeMap<>();
        for (Row row : by(model, "id", ids, fields)) {
            found.put(row.id(), row);
        }
        return found;
    }

    /** Which of some fields a model has that this stream cannot do without. */
    default List<String> required(String model, List<String> wanted)
            throws OdooException, InterruptedException {
        List<String> fields = present(model, wanted);
        if (fields.isEmpty()) {
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION,
                    null,
                    model + ": expected to read it but it is not on this server or not allowed",
                    null,
                    null);
        }
        return fields;
    }

    /** Records by id of a model that may not be there. */
    default Map<Long, Row> optional(String model, Collection<Long> ids, List<String> wanted)
            throws OdooException, InterruptedException {
        List<String> fields = ids.isEmpty() ? List.of() : present(model, wanted);
        return fields.isEmpty() ? Map.of() : byId(model, ids, fields);
    }
}
