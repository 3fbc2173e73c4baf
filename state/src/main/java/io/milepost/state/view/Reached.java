package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.events.TimeClassifier;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;

/**
 * A milestone as the facts have it.
 *
 * @param name which milestone
 * @param classifier planned, estimated or actual
 * @param occurredAt when it happened or is expected, in business time
 * @param recordedAt when its source wrote it down
 * @param knownAt when all of it was known
 * @param factId the fact that it rests on
 * @param traceparent W3C traceparent of that fact's event; {@code null} if not traced
 */
public record Reached(
        MilestoneName name,
        TimeClassifier classifier,
        long occurredAt,
        long recordedAt,
        long knownAt,
        String factId,
        String traceparent) {

    static Reached actual(MilestoneName name, Fact fact, long occurredAt) {
        return of(name, TimeClassifier.ACTUAL, fact, occurredAt);
    }

    static Reached of(MilestoneName name, TimeClassifier classifier, Fact fact, long occurredAt) {
        return of(name, classifier, fact.header(), occurredAt);
    }

    static Reached of(
            MilestoneName name, TimeClassifier classifier, FactHeader fact, long occurredAt) {
        return new Reached(
                name,
                classifier,
                occurredAt,
                fact.recordedAt(),
                fact.knownAt(),
                fact.factId(),
                fact.traceparent());
    }

    /** The same milestone, known no earlier than the given time. */
    Reached knownNoEarlierThan(long time) {
        return time <= knownAt
                ? this
                : new Reached(name, classifier, occurredAt, recordedAt, time, factId, traceparent);
    }

    /** The later of two milestones, under another name: both had to come. */
    static Reached both(MilestoneName name, Reached a, Reached b) {
        Reached later = a.occurredAt >= b.occurredAt ? a : b;
        return new Reached(
                name,
                later.classifier,
                later.occurredAt,
                Math.max(a.recordedAt, b.recordedAt),
                Math.max(a.knownAt, b.knownAt),
                later.factId,
                later.traceparent);
    }
}
