package io.milepost.state.line;

import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import java.util.List;

/**
 * What readers have to be told after a step.
 *
 * @param milestones milestones reached, revised, withdrawn
 * @param status the status, if it changed; else {@code null}
 * @param alerts steps of episodes
 * @param commands what Odoo is asked for
 */
public record LineOutputs(
        List<LineMilestone> milestones,
        LineStatus status,
        List<SlaAlert> alerts,
        List<OdooCommand> commands) {

    /** There is nothing to tell. */
    public static final LineOutputs NONE = new LineOutputs(List.of(), null, List.of(), List.of());

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return milestones.isEmpty() && status == null && alerts.isEmpty() && commands.isEmpty();
    }
}
