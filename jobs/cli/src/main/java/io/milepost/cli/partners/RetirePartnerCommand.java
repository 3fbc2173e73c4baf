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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner retire}. */
@Command(
        name = "retire",
        description = {
            "Takes a profile out of use: none of its versions is in force then.",
            "",
            "What its partner sends goes to the dead letters until a version is in force again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class RetirePartnerCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(paramLabel = "NAME", description = "The profile's name, as `partner list` has it.")
    private String name;

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
                terminal, output, to, name, decision, it -> it.retire(decision.reason()));
        return ExitCodes.OK;
    }
}
