package io.milepost.cli.run;

import io.milepost.local.odoo.CommandCounts;
import io.milepost.local.views.ViewCounts;

/** Puts a run at one moment in one line, for logs and pipes. */
final class PlainLine {

    private PlainLine() {}

    static String of(Moment moment) {
        ViewCounts counts = moment.counts();
        return "%s  %3d %%  %d events (%d/s)  %d lines, %d closed  alerts: %d open, %d cleared, %d retracted%s%s"
                .formatted(
                        Words.time(moment.simulatedMicros()),
                        (long) (moment.share() * 100),
                        moment.eventsSent(),
                        Math.round(moment.eventsPerSecond()),
                        counts.lines(),
                        counts.linesClosed(),
                        counts.alertsOpen(),
                        counts.alertsCleared(),
                        counts.alertsRetracted(),
                        odoo(moment),
                        phase(moment));
    }

    private static String odoo(Moment moment) {
        CommandCounts odoo = moment.odoo();
        return odoo == null
                ? ""
                : "  Odoo: %d applied, %d duplicates, %d conflicts, %d rejected"
                        .formatted(
                                odoo.applied(),
                                odoo.duplicates(),
                                odoo.conflicts(),
                                odoo.rejected());
    }

    private static String phase(Moment moment) {
        if (!moment.jobState().equals("RUNNING")) {
            return "  (the job is " + moment.jobState() + ")";
        }
        return switch (moment.phase()) {
            case SENDING, COMPLETE -> "";
            case COMPLETING -> "  (waiting for the last results)";
            case LIVING_ON -> "  (simulated time has come to now)";
        };
    }
}
