package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.local.run.ProfileTopic;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner list}. */
@Command(
        name = "list",
        description = "Lists the versions of profiles: how far each has come, by whom, and why.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ListPartnersCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Profiles; all of them if none is named.")
    private List<String> names = List.of();

    @Mixin private Brokers brokers;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = partner.milepost().terminal();
        Brokers.Connections to = brokers.connections();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        List<ProfileLine> lines =
                new ProfileTopic(to.kafka(), to.registry())
                        .read().entrySet().stream()
                                .filter(it -> names.isEmpty() || names.contains(it.getKey()))
                                .flatMap(it -> ProfileLine.of(it.getValue()).stream())
                                .toList();
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with(
                                            "versions",
                                            lines.stream().map(it -> it.json().fields()).toList()));
        } else {
            ProfileLine.table(lines).forEach(terminal.results()::println);
        }
        return ExitCodes.OK;
    }
}
