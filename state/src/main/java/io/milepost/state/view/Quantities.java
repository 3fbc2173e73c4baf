package io.milepost.state.view;

import io.milepost.events.LineAnswer;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.SchedulePart;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much of a line is where, in the order's unit.
 *
 * @param ordered ordered
 * @param confirmed confirmed by the supplier
 * @param backordered put on back-order by the supplier
 * @param shipped shipped by ship notice
 * @param received received, reversals taken off
 * @param returned returned
 * @param invoiced invoiced
 * @param credited credited
 * @param held held for quality
 * @param claimed claimed from the supplier
 */
public record Quantities(
        BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal backordered,
        BigDecimal shipped,
        BigDecimal received,
        BigDecimal returned,
        BigDecimal invoiced,
        BigDecimal credited,
        BigDecimal held,
        BigDecimal claimed) {

    static Quantities of(Knowledge knowledge) {
        List<AcknowledgementFact> commitments = knowledge.acknowledgements();
        Deliveries deliveries = knowledge.deliveries();
        return new Quantities(
                knowledge.order() == null ? BigDecimal.ZERO : knowledge.order().quantity(),
                scheduled(commitments, SchedulePart::confirms),
                scheduled(commitments, part -> part.answer() == LineAnswer.BACKORDERED),
                deliveries.shipped(),
                deliveries.received().sum(),
                deliveries.returned(),
                knowledge.billing().invoiced().sum(),
                knowledge.billing().credited(),
                deliveries.held(),
                deliveries.claimed());
    }

    private static BigDecimal scheduled(
            List<AcknowledgementFact> commitments, Predicate<SchedulePart> counts) {
        return commitments.stream()
                .flatMap(commitment -> commitment.schedule().stream())
                .filter(counts)
                .map(SchedulePart::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
