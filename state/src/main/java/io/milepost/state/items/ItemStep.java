package io.milepost.state.items;

import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.state.line.MergeOutcome;
import java.util.List;

/**
 * Result of one step of an item.
 *
 * @param state what is remembered after it
 * @param outcome what the fact did; {@code null} when the clock made the step
 * @param commands what Odoo is asked for
 * @param alerts steps of alerts
 */
public record ItemStep(
        ItemState state, MergeOutcome outcome, List<OdooCommand> commands, List<SlaAlert> alerts) {

    /** Whether there is nothing to tell. */
    public boolean isSilent() {
        return commands.isEmpty() && alerts.isEmpty();
    }
}
