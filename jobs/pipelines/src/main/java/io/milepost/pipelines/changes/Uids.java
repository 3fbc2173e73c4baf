package io.milepost.pipelines.changes;

import java.util.List;

/**
 * Identities of the operators of the job odoo-changes. State in savepoints is found by them: one
 * that changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** How far each company's streams were read, and what was told of them last. */
    public static final String SOURCE = "odoo-changes-streams";

    /** Nothing; lets only promises advance the clock. */
    public static final String CLOCK = "odoo-changes-clock";

    /** Nothing; makes Kafka records of changes. */
    public static final String EVENTS = "odoo-changes-events";

    /** Nothing; promises for the events. */
    public static final String OUTPUT_CLOCK = "odoo-changes-output-clock";

    /** Open transactions. */
    public static final String OUTPUTS = "odoo-changes-outputs";

    private static final List<String> ALL = List.of(SOURCE, CLOCK, EVENTS, OUTPUT_CLOCK, OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
