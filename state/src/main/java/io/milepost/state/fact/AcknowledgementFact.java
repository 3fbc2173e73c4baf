package io.milepost.state.fact;

import java.util.List;

/**
 * What the supplier confirmed for the line.
 *
 * @param header identity, version and times
 * @param cancelled whether the document was taken back
 * @param schedule the parts, in the document's order
 */
public record AcknowledgementFact(FactHeader header, boolean cancelled, List<SchedulePart> schedule)
        implements Fact {

    /** Keeps its own copy of the parts. */
    public AcknowledgementFact {
        schedule = List.copyOf(schedule);
    }

    @Override
    public AcknowledgementFact withHeader(FactHeader other) {
        return new AcknowledgementFact(other, cancelled, schedule);
    }
}
