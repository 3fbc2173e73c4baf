package io.milepost.pipelines.updates;

import java.util.List;

/**
 * Identities of the operators of the job odoo-updates. State in savepoints is found by them: one
 * that changes orphans its state, so they are held by a golden test. Each says what its operator
 * remembers.
 */
public final class Uids {

    /** Offsets of the commands that were answered and handed on. */
    public static final String COMMANDS = "odoo-updates-command-offsets";

    /** Nothing; lets only heartbeats advance the clock. */
    public static final String CLOCK = "odoo-updates-clock";

    /** Nothing; makes results of answers. */
    public static final String RESULTS = "odoo-updates-results";

    /** Nothing; counts what became of commands. */
    public static final String BOOKS = "odoo-updates-books";

    /** Nothing; promises for the results. */
    public static final String OUTPUT_CLOCK = "odoo-updates-output-clock";

    /** Open transactions. */
    public static final String OUTPUTS = "odoo-updates-outputs";

    private static final List<String> ALL =
            List.of(COMMANDS, CLOCK, RESULTS, BOOKS, OUTPUT_CLOCK, OUTPUTS);

    private Uids() {}

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
