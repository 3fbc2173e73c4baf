package io.milepost.state.fact;

import io.milepost.events.TechnicalOutcome;

/**
 * The partner's system has taken, or refused, a document of ours.
 *
 * @param header identity, version and times
 * @param outcome how it was taken
 */
public record TechnicalFact(FactHeader header, TechnicalOutcome outcome) implements Fact {

    /** Whether the document can be processed. */
    public boolean accepted() {
        return outcome == TechnicalOutcome.ACCEPTED
                || outcome == TechnicalOutcome.ACCEPTED_WITH_ERRORS;
    }

    @Override
    public TechnicalFact withHeader(FactHeader other) {
        return new TechnicalFact(other, outcome);
    }
}
