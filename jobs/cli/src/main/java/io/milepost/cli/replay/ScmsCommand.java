package io.milepost.cli.replay;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.policies.PolicyFiles;
import io.milepost.cli.run.Feed;
import io.milepost.cli.run.Outcome;
import io.milepost.cli.run.RunFolder;
import io.milepost.cli.run.Stoppable;
import io.milepost.cli.terminal.Terminal;
import io.milepost.events.SlaPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost replay scms}. */
@Command(
        name = "scms",
        description = {
            "Replays the SCMS delivery history: 10,324 order lines of the years 2006 to 2015, each"
                    + " with its promise, its delivery and the day on which that was recorded.",
            "",
            "With --embedded everything it needs is started on this machine, and one line of JSON"
                + " says what came out. With --bootstrap-servers the events are sent to a running"
                + " Kafka, whose topics must keep records of the past and whose registry must hold"
                + " the schemas, and one line of JSON says what was sent."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
public final class ScmsCommand implements Callable<Integer> {

    @ParentCommand private ReplayCommand replay;

    @Parameters(paramLabel = "FILE", description = "The log, comma-separated values.")
    private Path file;

    @Mixin private ReplayOptions options;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = output.on(replay.milepost().terminal());
        options.check();
        if (config.printed(terminal.results(), options.effective(PolicyFiles.SCMS))) {
            return ExitCodes.OK;
        }
        return Stoppable.run(terminal, options.work(), folder -> run(terminal, folder));
    }

    private int run(Terminal terminal, RunFolder folder) throws IOException, InterruptedException {
        List<SlaPolicy> rules = options.policies(PolicyFiles.SCMS);
        ScmsLog log = LogTable.named(file, ScmsLog::read);
        ScmsFeed scms = ScmsFeed.of(log);
        ScmsReport.lines(log, scms).forEach(terminal.people()::println);
        Feed feed = Feed.of(scms.events(), scms.endMicros());
        if (!options.isEmbedded()) {
            terminal.results()
                    .println(
                            options.brokers(terminal)
                                    .run(log.rows().size(), feed, options.speed()));
            return ExitCodes.OK;
        }
        Outcome outcome = options.embedded(terminal, folder, rules, file, feed);
        terminal.results().println(EmbeddedReplay.json(outcome));
        return EmbeddedReplay.exitCode(outcome);
    }
}
