package io.milepost.state.fact;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the supplier confirmed for the line.
 *
 * @param header identity, version and times
 * @param cancelled whether the document was taken back
 * @param adds whether its parts are added to those of earlier acknowledgements, which it replaces
 *     otherwise
 * @param schedule the parts, in the document's order
 * @param vendorReference the supplier's own number of the order; {@code null} if not stated
 * @param whole the answer to all that was ordered then, where the document has no parts of its own;
 *     its quantity is not known by itself; {@code null} otherwise
 */
public record AcknowledgementFact(
        FactHeader header,
        boolean cancelled,
        boolean adds,
        List<SchedulePart> schedule,
        String vendorReference,
        SchedulePart whole)
        implements Fact {

    /** One that replaces the earlier ones. */
    public AcknowledgementFact(FactHeader header, boolean cancelled, List<SchedulePart> schedule) {
        this(header, cancelled, false, schedule);
    }

    /** One without a number of the supplier's own. */
    public AcknowledgementFact(
            FactHeader header, boolean cancelled, boolean adds, List<SchedulePart> schedule) {
        this(header, cancelled, adds, schedule, null, null);
    }

    /** Keeps its own copy of the parts. */
    public AcknowledgementFact {
        schedule = List.copyOf(schedule);
    }

    @Override
    public AcknowledgementFact withHeader(FactHeader other) {
        return new AcknowledgementFact(other, cancelled, adds, schedule, vendorReference, whole);
    }

    /** The same with other parts. */
    public AcknowledgementFact withSchedule(List<SchedulePart> parts) {
        return new AcknowledgementFact(header, cancelled, adds, parts, vendorReference, whole);
    }

    /** The same with its parts, where it speaks of all that was ordered. */
    public AcknowledgementFact of(BigDecimal ordered) {
        return whole == null
                ? this
                : new AcknowledgementFact(
                        header,
                        cancelled,
                        adds,
                        List.of(whole.withQuantity(ordered)),
                        vendorReference,
                        null);
    }
}
