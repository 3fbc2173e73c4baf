package io.milepost.cli.topics;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Terminal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code milepost topics describe}. */
@Command(
        name = "describe",
        description = {
            "Holds the catalogue of topics and schemas against what exists.",
            "",
            "Ends with 0 if all is as the catalogue says and with 3 if something is missing or"
                    + " differs."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class DescribeTopicsCommand implements Callable<Integer> {

    @ParentCommand private TopicsCommand topics;
    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = topics.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        Findings findings = Findings.look(to);
        if (output.isJson()) {
            terminal.results().println(findings.json());
        } else {
            findings.lines().forEach(terminal.results()::println);
            findings.notes().forEach(terminal.people()::println);
            findings.differences().forEach(terminal.people()::println);
        }
        return findings.differences().isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }
}
