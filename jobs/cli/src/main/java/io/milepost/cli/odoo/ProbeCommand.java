package io.milepost.cli.odoo;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.setup.OdooProbe;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code milepost odoo probe}. */
@Command(
        name = "probe",
        description =
                "Asks an Odoo server, as the bot, for its version, how fast it answers, up to when"
                        + " its changes can be read and where each shard of commands stands."
                        + " Changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ProbeCommand implements Callable<Integer> {

    @ParentCommand private OdooCommands odoo;
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
        OdooProbe.Report report =
                OdooServer.working(settings, client -> new OdooProbe(client).probe());
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("version", report.version())
                                    .with("fastestMillis", report.fastest().toMillis())
                                    .with("medianMillis", report.median().toMillis())
                                    .with("slowestMillis", report.slowest().toMillis())
                                    .with("horizon", report.horizon())
                                    .with("marks", report.marks()));
            return ExitCodes.OK;
        }
        terminal.results().println("version  Odoo " + report.version());
        terminal.results()
                .println(
                        "answers  in %d ms (%d to %d)"
                                .formatted(
                                        report.median().toMillis(),
                                        report.fastest().toMillis(),
                                        report.slowest().toMillis()));
        terminal.results().println("horizon  " + report.horizon() + " UTC");
        report.marks()
                .forEach(
                        (shard, mark) ->
                                terminal.results().println("shard    " + shard + " at " + mark));
        return ExitCodes.OK;
    }
}
