package io.milepost.local.odoo;

import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooResult;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of commands for Odoo, each counted once: one that was merged into a later one as
 * applied, one that was sent twice by what it did.
 *
 * @param applied done
 * @param duplicates as it was already
 * @param conflicts a person's later change stands
 * @param rejected refused by Odoo
 */
public record CommandCounts(long applied, long duplicates, long conflicts, long rejected) {

    /** Nothing became of anything. */
    public static final CommandCounts NONE = new CommandCounts(0, 0, 0, 0);

    /** Counts results; of several for a command the one that tells most of what it did. */
    static CommandCounts of(Collection<OdooResult> results) {
        Map<String, CommandOutcome> byCommand = new HashMap<>();
        for (OdooResult result : results) {
            byCommand.merge(
                    result.getCommandId(),
                    result.getOutcome(),
                    (old, other) -> old == CommandOutcome.DUPLICATE ? other : old);
        }
        Map<CommandOutcome, Long> counts = new EnumMap<>(CommandOutcome.class);
        byCommand.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
        return new CommandCounts(
                counts.getOrDefault(CommandOutcome.APPLIED, 0L),
                counts.getOrDefault(CommandOutcome.DUPLICATE, 0L),
                counts.getOrDefault(CommandOutcome.CONFLICT, 0L),
                counts.getOrDefault(CommandOutcome.REJECTED, 0L));
    }

    /** How many commands there were. */
    public long all() {
        return applied + duplicates + conflicts + rejected;
    }
}
