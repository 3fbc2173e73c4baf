package io.milepost.cli.replay;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.run.Books;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.FeedRun;
import io.milepost.cli.run.JsonLine;
import io.milepost.cli.run.Outcome;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.run.StackPorts;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Speed;
import io.milepost.local.views.ViewCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Replays a log through the job on the embedded stack. */
final class EmbeddedReplay {

    private final Terminal terminal;
    private final RunFolder folder;
    private final List<SlaPolicy> policies;

    EmbeddedReplay(Terminal terminal, RunFolder folder, List<SlaPolicy> policies) {
        this.terminal = terminal;
        this.folder = folder;
        this.policies = policies;
    }

    /** Runs to the end; says what came out, and to people what does not add up. */
    Outcome run(Path file, Feed feed, Speed speed, int parallelism)
            throws IOException, InterruptedException {
        FeedRun run =
                new FeedRun(
                        "Milepost replay of " + file.getFileName(),
                        new StackPorts(0, 0, 0).options(parallelism, folder),
                        policies,
                        speed,
                        terminal,
                        folder);
        Outcome outcome = run.complete(() -> feed);
        String differences = Books.differences(outcome);
        if (!differences.isEmpty()) {
            terminal.people().println(differences);
        }
        return outcome;
    }

    /** Whether all records are accounted for, as an exit code. */
    static int exitCode(Outcome outcome) {
        return Books.differences(outcome).isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    /** The counts that every replay ends with. */
    static JsonLine json(Outcome outcome) {
        ViewCounts counts = outcome.counts();
        return outcome.json()
                .seconds(outcome.took())
                .with("linesReceived", counts.linesReceived())
                .with("breachesStanding", counts.alertsOpen() + counts.alertsCleared())
                .with("breachesRetracted", counts.alertsRetracted())
                .with("linesNeverAlerted", counts.linesNeverAlerted())
                .with("conservation", outcome.conservationJson());
    }
}
