package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;

/**
 * What a line looked like from one growth of knowledge until before the next. Times are
 * microseconds.
 *
 * @param knownSince when knowledge grew to this
 * @param nextKnowledge when it grew next; highest possible if never
 * @param line the line's milestones and promises
 */
record Stretch(long knownSince, long nextKnowledge, Milestones line) {

    boolean isCancelled() {
        return line.at(MilestoneName.CANCELLED).isPresent();
    }

    /** When something due at a time is decided: then, or as soon as this is known. */
    long decides(long due) {
        return Math.max(due, knownSince + 1);
    }

    /** Whether a decision falls into this stretch and is not beyond the clock. */
    boolean contains(long decidedAt, long clock) {
        return decidedAt <= nextKnowledge && decidedAt <= clock;
    }
}
