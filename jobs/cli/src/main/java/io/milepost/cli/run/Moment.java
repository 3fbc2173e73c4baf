package io.milepost.cli.run;

import io.milepost.local.odoo.CommandCounts;
import io.milepost.local.views.ViewCounts;

/**
 * A run at one moment. Times are microseconds since the epoch, UTC.
 *
 * @param phase how far it is
 * @param counts what the outputs say
 * @param eventsSent events given to the broker, heartbeats not counted
 * @param eventsPerSecond how fast they were lately
 * @param startMicros start of simulated time
 * @param simulatedMicros simulated time now; lowest possible before the first event
 * @param endMicros end of simulated time
 * @param jobState state of the job, as Flink names it
 * @param odoo what became of commands in Odoo; {@code null} where there is none
 */
record Moment(
        Phase phase,
        ViewCounts counts,
        long eventsSent,
        double eventsPerSecond,
        long startMicros,
        long simulatedMicros,
        long endMicros,
        String jobState,
        CommandCounts odoo) {

    /** How much of the simulated time has passed, from 0 to 1. */
    double share() {
        if (phase != Phase.SENDING || endMicros <= startMicros) {
            return 1;
        }
        double passed = Math.max(0, simulatedMicros - (double) startMicros);
        return Math.min(1, passed / (endMicros - startMicros));
    }

    /** How far the outputs are behind simulated time; 0 while either is unknown. */
    long behindMicros() {
        boolean known = simulatedMicros != Long.MIN_VALUE && counts.clockMicros() != Long.MIN_VALUE;
        return known ? Math.max(0, simulatedMicros - counts.clockMicros()) : 0;
    }
}
