package io.milepost.state.view;

import io.milepost.events.LineAnswer;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.InvoiceFact;
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
 */
public record Quantities(
        BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal backordered,
        BigDecimal shipped,
        BigDecimal received,
        BigDecimal returned,
        BigDecimal invoiced,
        BigDecimal credited) {

    static Quantities of(Knowledge knowledge) {
        AcknowledgementFact acknowledgement = knowledge.acknowledgement();
        List<InvoiceFact> invoices = knowledge.invoices();
        return new Quantities(
                knowledge.order() == null ? BigDecimal.ZERO : knowledge.order().quantity(),
                scheduled(acknowledgement, SchedulePart::confirms),
                scheduled(acknowledgement, p -> p.answer() == LineAnswer.BACKORDERED),
                knowledge.totals().shipped(),
                knowledge.totals().received(),
                knowledge.totals().returned(),
                Invoices.quantity(Invoices.debits(invoices)),
                Invoices.quantity(invoices.stream().filter(InvoiceFact::credit).toList()));
    }

    private static BigDecimal scheduled(
            AcknowledgementFact acknowledgement, Predicate<SchedulePart> counts) {
        if (acknowledgement == null) {
            return BigDecimal.ZERO;
        }
        return acknowledgement.schedule().stream()
                .filter(counts)
                .map(SchedulePart::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
