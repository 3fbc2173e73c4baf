package io.milepost.state.line;

import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.view.Reached;

/**
 * A milestone as readers have it.
 *
 * @param name which milestone
 * @param classifier planned, estimated or actual
 * @param occurredAt the time that was emitted last
 */
public record EmittedMilestone(MilestoneName name, TimeClassifier classifier, long occurredAt) {

    static EmittedMilestone of(Reached reached) {
        return new EmittedMilestone(reached.name(), reached.classifier(), reached.occurredAt());
    }

    boolean sameMilestone(Reached reached) {
        return name == reached.name() && classifier == reached.classifier();
    }
}
