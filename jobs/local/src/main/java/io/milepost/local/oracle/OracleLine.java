package io.milepost.local.oracle;

import io.milepost.events.CommandKind;
import io.milepost.events.MilestoneName;
import java.util.Map;
import java.util.Set;

/**
 * Where a line stands in the end. Times are microseconds since the epoch, UTC.
 *
 * @param lineKey instance/company/order id/line id
 * @param reached every milestone that was actually reached, with its business time
 * @param firstPromiseMicros what was promised first; {@code null} while the order is unknown
 * @param currentPromiseMicros what is promised now; {@code null} while the order is unknown
 * @param commands the kinds of change that Odoo is to be asked for
 * @param waiting of these the kinds that need not have been asked for yet
 */
public record OracleLine(
        String lineKey,
        Map<MilestoneName, Long> reached,
        Long firstPromiseMicros,
        Long currentPromiseMicros,
        Set<CommandKind> commands,
        Set<CommandKind> waiting) {

    /** Copies the collections. */
    public OracleLine {
        reached = Map.copyOf(reached);
        commands = Set.copyOf(commands);
        waiting = Set.copyOf(waiting);
    }

    /** Whether a milestone was actually reached. */
    public boolean has(MilestoneName milestone) {
        return reached.containsKey(milestone);
    }
}
