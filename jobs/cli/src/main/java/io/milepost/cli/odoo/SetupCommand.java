package io.milepost.cli.odoo;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.odoo.setup.SetupStep;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code milepost odoo setup}. */
@Command(
        name = "setup",
        description = {
            "Makes in Odoo what Milepost needs there, as an administrator: a group with its rights,"
                    + " the ledger, the server action and the bot's place in the group.",
            "",
            "Says first what it will do. May run any number of times: what is there as it must be"
                    + " stays, an action of another release is replaced, and what the ledger holds"
                    + " is never touched. Stop odoo-updates before an action is replaced."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SetupCommand implements Callable<Integer> {

    @ParentCommand private OdooCommands odoo;

    @Option(
            names = "--bot",
            paramLabel = "LOGIN",
            defaultValue = "milepost",
            description =
                    "The user that Milepost works as; made if there is none (default:"
                            + " ${DEFAULT-VALUE}). Its API key is made by itself, in the browser.")
    private String bot;

    @Option(
            names = "--bot-email",
            paramLabel = "ADDRESS",
            description = "Its e-mail address if it has none: without one Odoo refuses its notes.")
    private String botEmail;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

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
        SetupOptions options = options();
        List<SetupStep> steps =
                OdooServer.working(
                        settings,
                        client -> {
                            OdooSetup setup = new OdooSetup(client, options);
                            List<SetupStep> plan = setup.plan();
                            if (!output.isJson()) {
                                plan.forEach(step -> terminal.results().println(line(step)));
                            }
                            return dryRun ? plan : setup.run();
                        });
        long changed = steps.stream().filter(s -> s.state() != SetupStep.State.PRESENT).count();
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("dryRun", dryRun)
                                    .with("changed", changed)
                                    .with(
                                            "steps",
                                            steps.stream().map(SetupCommand::json).toList()));
        } else {
            terminal.people()
                    .println(
                            "%d of %d things %s"
                                    .formatted(
                                            changed,
                                            steps.size(),
                                            dryRun
                                                    ? "would be made or changed"
                                                    : "were made or changed"));
            if (changed > 0 && !dryRun) {
                terminal.people()
                        .println(
                                "next: make an API key for the user %s in Odoo; with it, 'milepost odoo doctor' says whether Milepost can work"
                                        .formatted(bot));
            }
        }
        return ExitCodes.OK;
    }

    private SetupOptions options() throws InputException {
        try {
            return new SetupOptions(bot, botEmail, features.all());
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private static String line(SetupStep step) {
        return "%-8s%s".formatted(state(step), step.what());
    }

    private static Object json(SetupStep step) {
        return new Json().with("state", state(step)).with("what", step.what()).fields();
    }

    private static String state(SetupStep step) {
        return step.state().name().toLowerCase(Locale.ROOT);
    }
}
