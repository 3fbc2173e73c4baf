package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.state.correlation.Turn;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.line.Inherited;
import java.util.Objects;
import java.util.Set;

/**
 * A record on its way to the operator that keeps the state for its key. It travels as the bytes it
 * came in: decoding twice costs less than shipping objects, and whoever rejects it has the bytes.
 *
 * @param key order key or line key, depending on the way
 * @param record the record
 * @param counted whether this copy stands for the record in the books; of several copies one does
 * @param turn for a carrier's event: how often its line was told of it already; an odd turn takes
 *     it back. For a supplier's: {@link #INHERITED}, or 0
 * @param notices for a carrier's event: the ship notices that brought it to the line, where the
 *     line may share them
 */
public record Routed(
        String key, InboundRecord record, boolean counted, int turn, Set<String> notices) {

    /** The turn of what was said of the line that the key's line was split off from. */
    public static final int INHERITED = -1;

    /** The only copy of a record, or the one that stands for it. */
    public Routed(String key, InboundRecord record) {
        this(key, record, true);
    }

    /** A copy that its key is told of for the first time. */
    public Routed(String key, InboundRecord record, boolean counted) {
        this(key, record, counted, 0);
    }

    /** A copy that no ship notice brought. */
    public Routed(String key, InboundRecord record, boolean counted, int turn) {
        this(key, record, counted, turn, Set.of());
    }

    /** Checks that key and record are given. */
    public Routed {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(record, "record");
        notices = Set.copyOf(notices);
    }

    /** Whether this brings the record, and does not take it back. */
    public boolean gives() {
        return Turn.gives(turn);
    }

    /** Whether it was said of the line that the key's line was split off from. */
    public boolean isInherited() {
        return turn == INHERITED;
    }

    /** What the line is told by this turn, where the record says that. */
    public Fact said(Fact fact) {
        if (isInherited()) {
            return Inherited.of(fact);
        }
        return fact instanceof CarrierFact carrier ? Turn.fact(carrier, turn, notices) : fact;
    }
}
