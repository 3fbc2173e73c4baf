package io.milepost.odoo.changes;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one step of a reader brought.
 *
 * @param events in the order in which they are to be told
 * @param unmapped records that no event could be made of
 * @param counts how many records were looked at, for the books
 * @param heartbeatMicros if given: no event that follows has a time of knowing before this
 * @param idle whether there is nothing to read now; the next step may wait
 */
public record ChangeBatch(
        List<ChangeEvent> events,
        List<UnmappedRow> unmapped,
        List<ReadCount> counts,
        OptionalLong heartbeatMicros,
        boolean idle) {

    static final ChangeBatch NOTHING =
            new ChangeBatch(List.of(), List.of(), List.of(), OptionalLong.empty(), true);
}
