package io.milepost.odoo.changes;

import io.milepost.events.OdooOrderLine;
import java.util.Set;

/** What was told: the value of each record, so that the same value is not told again. */
interface Memory {

    /** What was last told of a record; {@code null} for nothing or forgotten. */
    Seen seen(Seen.Key key);

    /** Notes what was told of a record. */
    void told(Seen.Key key, Seen what);

    /** Notes a line that was told. */
    void told(OdooOrderLine line);

    /** A line that is not cancelled; {@code null} if it is or was forgotten. */
    OdooOrderLine line(long id);

    /** The lines of an order that are not cancelled. */
    Set<Long> linesOf(long order);
}
