package io.milepost.cli.demo;

import io.milepost.cli.run.Outcome;
import io.milepost.events.SlaPolicy;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.views.ViewCounts;
import java.util.ArrayList;
import java.util.List;

/** Compares what came out of the job with what the oracle says must come out. */
final class OracleComparison {

    private record Count(String name, long expected, long found) {}

    private OracleComparison() {}

    /**
     * Lines of text with every count that differs; empty if none does.
     *
     * @param refused how many commands Odoo refused: each is a dead letter, too
     */
    static String differences(Outcome outcome, List<SlaPolicy> policies, long refused) {
        OracleVerdict verdict =
                new Oracle(OracleRule.of(policies), outcome.feed().endMicros())
                        .judge(outcome.feed().events());
        return differences(outcome, verdict, refused);
    }

    static String differences(Outcome outcome, OracleVerdict verdict, long refused) {
        ViewCounts counts = outcome.counts();
        List<Count> all =
                List.of(
                        new Count("lines", verdict.lines().size(), counts.lines()),
                        new Count("eventsIn", verdict.eventsIn(), outcome.report().events()),
                        new Count(
                                "milestonesReached",
                                verdict.milestonesReached(),
                                counts.milestonesReached()),
                        new Count("alertsRaised", verdict.alertsRaised(), counts.alertsRaised()),
                        new Count("alertsCleared", verdict.alertsCleared(), counts.alertsCleared()),
                        new Count(
                                "alertsRetracted",
                                verdict.alertsRetracted(),
                                counts.alertsRetracted()),
                        new Count("warnings", verdict.warnings().size(), counts.warnings()),
                        new Count("odooCommands", verdict.odooCommands(), counts.odooCommands()),
                        new Count(
                                "deadLetters",
                                verdict.deadLetters() + refused,
                                counts.deadLetters()));
        List<String> lines = new ArrayList<>();
        for (Count count : all) {
            if (count.expected() != count.found()) {
                lines.add(
                        "  %-18s expected %d but found %d"
                                .formatted(count.name(), count.expected(), count.found()));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "The results differ from the oracle's:");
        }
        return String.join(System.lineSeparator(), lines);
    }
}
