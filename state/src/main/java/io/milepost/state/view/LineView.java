package io.milepost.state.view;

import io.milepost.events.LineStage;
import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is derived from a line's facts: a pure function of them.
 *
 * @param order the newest version of the order; {@code null} while the order is unknown
 * @param milestones milestones reached, planned and estimated, in the usual order
 * @param quantities how much is where
 * @param firstPromise first promise, or {@link Times#NONE}
 * @param currentPromise current promise, or {@link Times#NONE}
 * @param match three-way match
 * @param openValue value of what is not yet received, in the order's currency
 */
public record LineView(
        OrderFact order,
        List<Reached> milestones,
        Quantities quantities,
        long firstPromise,
        long currentPromise,
        MatchOutcome match,
        BigDecimal openValue) {

    private static final MilestoneName[] NAMES = MilestoneName.values();

    /** The view of what is known. */
    public static LineView of(Knowledge knowledge) {
        return new LineView(
                knowledge.order(),
                milestones(knowledge),
                Quantities.of(knowledge),
                Promises.first(knowledge),
                Promises.current(knowledge),
                Match.outcome(knowledge),
                knowledge.openValue());
    }

    /** Where the line stands as a whole. */
    public LineStage stage() {
        if (has(MilestoneName.CANCELLED)) {
            return LineStage.CANCELLED;
        }
        return has(MilestoneName.CLOSED) ? LineStage.CLOSED : LineStage.OPEN;
    }

    /** The furthest milestone actually reached; UNKNOWN before the first. */
    public MilestoneName furthest() {
        MilestoneName furthest = MilestoneName.UNKNOWN;
        for (Reached milestone : milestones) {
            if (milestone.classifier() == TimeClassifier.ACTUAL) {
                furthest = milestone.name();
            }
        }
        return furthest;
    }

    /**
     * How much later than a promise all was received, microseconds, negative if earlier; {@code
     * null} while it is not received or nothing is promised.
     */
    public Long lateAgainst(long promise) {
        for (Reached milestone : milestones) {
            if (milestone.name() == MilestoneName.RECEIVED
                    && milestone.classifier() == TimeClassifier.ACTUAL
                    && promise != Times.NONE) {
                return milestone.occurredAt() - promise;
            }
        }
        return null;
    }

    private boolean has(MilestoneName name) {
        return milestones.stream()
                .anyMatch(m -> m.name() == name && m.classifier() == TimeClassifier.ACTUAL);
    }

    private static List<Reached> milestones(Knowledge knowledge) {
        List<Reached> milestones = new ArrayList<>();
        for (MilestoneName name : NAMES) {
            Reached actual = knowledge.reached(name);
            if (actual != null) {
                milestones.add(actual);
            }
            Reached expected = expected(name, knowledge);
            if (expected != null) {
                milestones.add(expected);
            }
        }
        return milestones;
    }

    private static Reached expected(MilestoneName name, Knowledge knowledge) {
        return switch (name) {
            case RECEIVED -> plannedReceipt(knowledge);
            case DELIVERED -> knowledge.expectedDelivery();
            default -> null;
        };
    }

    private static Reached plannedReceipt(Knowledge knowledge) {
        long promise = Promises.current(knowledge);
        if (promise == Times.NONE) {
            return null;
        }
        Fact source =
                knowledge.acknowledgement() == null
                        ? knowledge.order()
                        : knowledge.acknowledgement();
        return Reached.of(MilestoneName.RECEIVED, TimeClassifier.PLANNED, source, promise);
    }
}
