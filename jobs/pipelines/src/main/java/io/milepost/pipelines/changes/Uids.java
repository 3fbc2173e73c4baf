package io.milepost.pipelines.changes;

import java.util.ArrayList;
import java.util.List;

/**
 * Identities of the operators of the job odoo-changes. State in savepoints is found by them: one
 * that changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** How far each company's streams were read, and what was told of them last. */
    public static final String SOURCE = "odoo-changes-streams";

    /** Of change records: nothing; how far they were read is the source's own. */
    public static final String RECORDS = "odoo-changes-records";

    /** The rows of Odoo's database that events are made of, and what was told of them. */
    public static final String CAPTURE = "odoo-changes-capture";

    /** Nothing; counts what becomes of change records. */
    public static final String CAPTURE_BOOKS = "odoo-changes-capture-books";

    /** Nothing; lets only promises advance the clock. */
    public static final String CLOCK = "odoo-changes-clock";

    /** Nothing; makes Kafka records of changes. */
    public static final String EVENTS = "odoo-changes-events";

    /** Nothing; counts what becomes of records of Odoo. */
    public static final String BOOKS = "odoo-changes-books";

    /** Nothing; promises for the events. */
    public static final String OUTPUT_CLOCK = "odoo-changes-output-clock";

    /** Open transactions. */
    public static final String OUTPUTS = "odoo-changes-outputs";

    /** Operators that polling and change records have in common. */
    private static final List<String> COMMON = List.of(CLOCK, EVENTS, BOOKS, OUTPUT_CLOCK, OUTPUTS);

    private static final List<String> OF_RECORDS = List.of(RECORDS, CAPTURE, CAPTURE_BOOKS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(polling());
        all.addAll(OF_RECORDS);
        return List.copyOf(all);
    }

    /** Those of the job when it polls. */
    public static List<String> polling() {
        List<String> uids = new ArrayList<>(COMMON);
        uids.add(SOURCE);
        return List.copyOf(uids);
    }

    /** Those of the job when it reads change records. */
    public static List<String> capturing() {
        List<String> uids = new ArrayList<>(COMMON);
        uids.addAll(OF_RECORDS);
        return List.copyOf(uids);
    }
}
