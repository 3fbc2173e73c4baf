package io.milepost.cli.odoo;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.setup.LedgerPruning;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code milepost odoo prune}. */
@Command(
        name = "prune",
        description = {
            "Forgets, as an administrator, outcomes of commands that are so old that nobody can ask"
                    + " for them again. Says only how many there are, unless --confirm is given."
                    + " May run while the jobs do.",
            "",
            "A command whose outcome was forgotten would be done a second time if it came again: an"
                    + " age must be longer than any topic keeps its records and any savepoint is"
                    + " kept."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class PruneCommand implements Callable<Integer> {

    @ParentCommand private OdooCommands odoo;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            defaultValue = "430",
            description =
                    "How old an outcome must be, in days (default, and the least:"
                            + " ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--confirm", description = "Do it.")
    private boolean confirm;

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
        if (days < LedgerPruning.SHORTEST.toDays()) {
            throw new InputException(
                    "--older-than: expected %d days or more, but found %d: younger commands may come"
                                    .formatted(LedgerPruning.SHORTEST.toDays(), days)
                            + " again",
                    null);
        }
        OdooSettings settings = server.settings();
        long found =
                OdooServer.working(
                        settings,
                        client -> {
                            LedgerPruning pruning =
                                    new LedgerPruning(
                                            client, Clock.systemUTC(), Duration.ofDays(days));
                            return confirm ? pruning.run() : pruning.count();
                        });
        if (output.isJson()) {
            terminal.results().println(new Json().with("dryRun", !confirm).with("outcomes", found));
        } else {
            terminal.results()
                    .println(
                            "%d outcomes older than %d days %s"
                                    .formatted(
                                            found,
                                            days,
                                            confirm
                                                    ? "were forgotten"
                                                    : "would be forgotten; --confirm does it"));
        }
        return ExitCodes.OK;
    }
}
