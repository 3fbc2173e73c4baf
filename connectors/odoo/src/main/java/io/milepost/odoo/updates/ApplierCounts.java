package io.milepost.odoo.updates;

import java.util.concurrent.atomic.LongAdder;

/** What an applier did, for metrics; safe for several threads. */
public final class ApplierCounts {

    private final LongAdder calls = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder unknownOutcomes = new LongAdder();
    private final LongAdder merged = new LongAdder();
    private final LongAdder passedOver = new LongAdder();

    /** Calls that applied commands, tries included. */
    public long calls() {
        return calls.sum();
    }

    /** Tries after a failure. */
    public long retries() {
        return retries.sum();
    }

    /** Calls of which it is not known by themselves whether they were done. */
    public long unknownOutcomes() {
        return unknownOutcomes.sum();
    }

    /** Commands that were merged into a later one. */
    public long merged() {
        return merged.sum();
    }

    /** Commands that Odoo could not process at all. */
    public long passedOver() {
        return passedOver.sum();
    }

    void called() {
        calls.increment();
    }

    void retried() {
        retries.increment();
    }

    void outcomeUnknown() {
        unknownOutcomes.increment();
    }

    void merged(int count) {
        merged.add(count);
    }

    void passed() {
        passedOver.increment();
    }
}
