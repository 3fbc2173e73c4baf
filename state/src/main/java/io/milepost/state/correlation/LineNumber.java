package io.milepost.state.correlation;

import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.state.Times;

/**
 * That a line has a number on our documents, as it was told.
 *
 * @param lineId database id of the line
 * @param number its number, from 1
 * @param knownAt when this was first known, microseconds; {@link Times#NONE} where an earlier
 *     release did not keep it
 */
public record LineNumber(long lineId, int number, long knownAt) {

    /**
     * The source of the events that tell numbers: the job that gives them. Partners speak under
     * other names, so what they say of their numbers teaches nothing.
     */
    public static final String TELLER = "partner-delivery";

    /**
     * The number that is told by a document of ours having been sent.
     *
     * @return {@code null} if the event tells none
     */
    public static LineNumber sent(SupplierEvent event) {
        LineReference line = event.getLine();
        if (line == null
                || line.getOrderId() == null
                || line.getLineId() == null
                || line.getLineNumber() == null
                || !(event.getBody() instanceof TechnicalAcknowledgement technical)
                || technical.getOutcome() != TechnicalOutcome.SENT
                || !event.getEnvelope().getSourceSystem().equals(TELLER)) {
            return null;
        }
        return new LineNumber(
                line.getLineId(),
                line.getLineNumber(),
                Times.micros(event.getEnvelope().getKnownAt()));
    }

    /**
     * The number that Odoo tells.
     *
     * @return {@code null} if it tells none
     */
    static LineNumber of(OdooOrderLine line) {
        return line.getLineNumber() == null
                ? null
                : new LineNumber(
                        line.getLineId(),
                        line.getLineNumber(),
                        Times.micros(line.getEnvelope().getKnownAt()));
    }
}
