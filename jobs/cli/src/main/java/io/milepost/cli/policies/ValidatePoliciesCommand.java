package io.milepost.cli.policies;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
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

/** {@code milepost policies validate}. */
@Command(
        name = "validate",
        description = "Checks files of rules and says everything that is wrong with them at once.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ValidatePoliciesCommand implements Callable<Integer> {

    @ParentCommand private PoliciesCommand policies;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "YAML files of rules, or folders of such files.")
    private List<Path> files;

    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = policies.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        List<SlaPolicy> read = PoliciesCommand.read(files);
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("valid", true)
                                    .with(
                                            "rules",
                                            read.stream()
                                                    .map(it -> PoliciesCommand.json(it).fields())
                                                    .toList()));
        } else {
            PoliciesCommand.lines(read).forEach(terminal.results()::println);
        }
        return ExitCodes.OK;
    }
}
