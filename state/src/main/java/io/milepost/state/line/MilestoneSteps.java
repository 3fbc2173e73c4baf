package io.milepost.state.line;

import io.milepost.events.LineMilestone;
import io.milepost.events.MilestoneChange;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.view.Reached;
import java.util.ArrayList;
import java.util.List;

/** The milestone records that take readers from the milestones they know to those that hold now. */
final class MilestoneSteps {

    private final LineKey key;
    private final OrderFact order;

    MilestoneSteps(LineKey key, OrderFact order) {
        this.key = key;
        this.order = order;
    }

    /**
     * The steps.
     *
     * @param cause header of the fact that made the difference; {@code null} when the clock did,
     *     which never withdraws a milestone
     */
    List<LineMilestone> between(
            List<EmittedMilestone> before, List<Reached> after, FactHeader cause) {
        List<LineMilestone> steps = new ArrayList<>();
        for (Reached reached : after) {
            EmittedMilestone known = find(before, reached);
            if (known == null) {
                steps.add(step(reached, MilestoneChange.REACHED));
            } else if (known.occurredAt() != reached.occurredAt()) {
                steps.add(step(reached, MilestoneChange.REVISED));
            }
        }
        for (EmittedMilestone known : before) {
            if (cause != null && after.stream().noneMatch(known::sameMilestone)) {
                steps.add(step(withdrawn(known, cause), MilestoneChange.WITHDRAWN));
            }
        }
        return steps;
    }

    private static Reached withdrawn(EmittedMilestone known, FactHeader cause) {
        return new Reached(
                known.name(),
                known.classifier(),
                known.occurredAt(),
                cause.recordedAt(),
                cause.knownAt(),
                cause.factId(),
                cause.traceparent());
    }

    private LineMilestone step(Reached reached, MilestoneChange change) {
        return LineMilestone.newBuilder()
                .setLineKey(key.toString())
                .setOrderName(order == null ? null : order.orderName())
                .setVendor(order == null ? null : order.vendor())
                .setMilestone(reached.name())
                .setClassifier(reached.classifier())
                .setChange(change)
                .setOccurredAt(Times.instant(reached.occurredAt()))
                .setRecordedAt(Times.instant(reached.recordedAt()))
                .setKnownAt(Times.instant(reached.knownAt()))
                .setFactId(reached.factId())
                .setTraceparent(reached.traceparent())
                .build();
    }

    private static EmittedMilestone find(List<EmittedMilestone> emitted, Reached wanted) {
        for (EmittedMilestone milestone : emitted) {
            if (milestone.sameMilestone(wanted)) {
                return milestone;
            }
        }
        return null;
    }
}
