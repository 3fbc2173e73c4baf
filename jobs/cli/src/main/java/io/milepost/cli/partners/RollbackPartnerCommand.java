package io.milepost.cli.partners;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner rollback}. */
@Command(
        name = "rollback",
        description = {
            "Puts an earlier version in force again, as a new version with its content.",
            "",
            "Its samples are played again. It was approved before, so nobody has to be waited for."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class RollbackPartnerCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(paramLabel = "NAME", description = "The profile's name, as `partner list` has it.")
    private String name;

    @Option(
            names = "--to",
            paramLabel = "N",
            description = "The earlier version; the one that was in force before if not given.")
    private Integer number;

    @Mixin private Decision decision;
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
        ProfileDecisionRun.run(
                terminal, output, to, name, decision, it -> it.rollback(number, decision.reason()));
        return ExitCodes.OK;
    }
}
