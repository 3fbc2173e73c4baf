package io.milepost.odoo.embedded;

import io.milepost.odoo.embedded.action.Program;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a double is started.
 *
 * @param series the major release that it doubles: 18 or 19
 * @param database name of its only database
 * @param port 0 for any that is free
 * @param workers how many calls it answers at once
 * @param clock tells the time
 * @param pause unit of the pauses between tries of a transaction: a second in the real one
 * @param ledger {@code false} lets Milepost's action forget what it did, which is wrong on purpose
 * @param programs code of server actions that it knows besides Milepost's own
 */
public record EmbeddedOdooOptions(
        int series,
        String database,
        int port,
        int workers,
        Clock clock,
        Duration pause,
        boolean ledger,
        List<Program> programs) {

    /** As Odoo 18. */
    public static EmbeddedOdooOptions version18() {
        return version(18);
    }

    /** As Odoo 19, with the newer wire as well. */
    public static EmbeddedOdooOptions version19() {
        return version(19);
    }

    private static EmbeddedOdooOptions version(int series) {
        return new EmbeddedOdooOptions(
                series, "demo", 0, 4, Clock.systemUTC(), Duration.ofMillis(2), true, List.of());
    }

    /** With another name of the database. */
    public EmbeddedOdooOptions onDatabase(String name) {
        return new EmbeddedOdooOptions(series, name, port, workers, clock, pause, ledger, programs);
    }

    /** On a port of choice. */
    public EmbeddedOdooOptions onPort(int number) {
        return new EmbeddedOdooOptions(
                series, database, number, workers, clock, pause, ledger, programs);
    }

    /** With more or fewer calls at once. */
    public EmbeddedOdooOptions withWorkers(int number) {
        return new EmbeddedOdooOptions(
                series, database, port, number, clock, pause, ledger, programs);
    }

    /** With another clock. */
    public EmbeddedOdooOptions withClock(Clock other) {
        return new EmbeddedOdooOptions(
                series, database, port, workers, other, pause, ledger, programs);
    }

    /** With code of one more server action. */
    public EmbeddedOdooOptions knowing(Program program) {
        List<Program> more = new ArrayList<>(programs);
        more.add(program);
        return new EmbeddedOdooOptions(series, database, port, workers, clock, pause, ledger, more);
    }

    /** With an action that forgets what it did: for the test that must turn red. */
    public EmbeddedOdooOptions withoutLedger() {
        return new EmbeddedOdooOptions(
                series, database, port, workers, clock, pause, false, programs);
    }
}
