package io.milepost.cli.odoo;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.setup.Finding;
import io.milepost.odoo.setup.OdooDoctor;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code milepost odoo doctor}. */
@Command(
        name = "doctor",
        description = {
            "Examines, as the bot, whether everything in Odoo is as Milepost needs it, and says"
                    + " what to do where it is not. Changes nothing.",
            "",
            "Ends with 0 if Milepost can work, with 3 if something must be mended, and with 1 if"
                    + " Odoo could not be asked."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand private OdooCommands odoo;
    @Mixin private Features features;
    @Mixin private OdooServer server;
    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        QuietLogs.take();
        Terminal terminal = odoo.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        OdooSettings settings = server.settings();
        List<Finding> findings =
                OdooServer.working(
                        settings,
                        client ->
                                new OdooDoctor(client, features.all(), Clock.systemUTC())
                                        .examine());
        boolean well = findings.stream().noneMatch(f -> f.level() == Finding.Level.ERROR);
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("well", well)
                                    .with(
                                            "findings",
                                            findings.stream().map(DoctorCommand::json).toList()));
        } else {
            findings.forEach(finding -> print(finding, terminal));
        }
        return well ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    private static void print(Finding finding, Terminal terminal) {
        terminal.results()
                .println("%-8s%s: %s".formatted(finding.level(), finding.check(), finding.found()));
        if (!finding.advice().isEmpty()) {
            terminal.results().println("        -> " + finding.advice());
        }
    }

    private static Object json(Finding finding) {
        return new Json()
                .with("level", finding.level().name())
                .with("check", finding.check())
                .with("found", finding.found())
                .with("advice", finding.advice())
                .fields();
    }
}
