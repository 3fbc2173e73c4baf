package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.Collection;
import java.util.List;

/** What is special about one stream: which work a changed row makes, and how it is done. */
interface Feed {

    /** The fields that are read of a changed row; none if the model is not to be polled. */
    List<String> fields(String model) throws OdooException, InterruptedException;

    /** Conditions of a model's changed rows beside the window. */
    List<Object> conditions(String model);

    /** The ids of what has to be read because of changed rows: of orders, moves or bill lines. */
    Collection<Long> concerned(String model, List<Row> rows)
            throws OdooException, InterruptedException;

    /** How many of them are read at once. */
    int atOnce();

    /**
     * Reads them and tells what is news. First reads all of it: what was told counts as told, so
     * that nothing may fail after it.
     */
    void tell(Collection<Long> ids, News news) throws OdooException, InterruptedException;
}
