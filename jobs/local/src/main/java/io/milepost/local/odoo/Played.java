package io.milepost.local.odoo;

import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.local.feed.TimedEvent;
import java.util.List;

/**
 * What was played round an Odoo, as the topics have it.
 *
 * @param events everything that the milestones job read: what odoo-changes told, and what partners
 *     said; repeated ones too
 * @param commands what Odoo was asked for
 * @param results what became of it
 */
public record Played(
        List<TimedEvent> events, List<OdooCommand> commands, List<OdooResult> results) {

    /** Keeps its own copies. */
    public Played {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
        results = List.copyOf(results);
    }

    /** What became of the commands, each counted once. */
    public CommandCounts counts() {
        return CommandCounts.of(results);
    }
}
