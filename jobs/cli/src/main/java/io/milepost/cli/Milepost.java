package io.milepost.cli;

import io.milepost.cli.deadletters.DeadLettersCommand;
import io.milepost.cli.demo.DemoCommand;
import io.milepost.cli.intake.IntakeCommand;
import io.milepost.cli.odoo.OdooCommands;
import io.milepost.cli.partners.PartnerCommand;
import io.milepost.cli.policies.PoliciesCommand;
import io.milepost.cli.replay.ReplayCommand;
import io.milepost.cli.state.StateCommand;
import io.milepost.cli.submit.SubmitCommand;
import io.milepost.cli.terminal.Terminal;
import io.milepost.cli.topics.TopicsCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code milepost}. */
@Command(
        name = "milepost",
        description = "Follows purchase-order lines through their milestones.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            SubmitCommand.class,
            TopicsCommand.class,
            PoliciesCommand.class,
            PartnerCommand.class,
            IntakeCommand.class,
            DeadLettersCommand.class,
            StateCommand.class,
            OdooCommands.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:something failed; the message says what and where the log is",
            "  2:the command line, or a file that it names, is wrong; nothing was started",
            "  3:it worked, but what was found differs from what must be: the demo's oracle, the"
                    + " books of a run, the catalogue of topics, a partner's messages",
            "130:stopped by Ctrl-C (143: by kill); everything was put away; intake ends with 0 then"
        })
public final class Milepost implements Callable<Integer> {

    private final Terminal terminal;
    @Spec private CommandSpec spec;

    /** With the terminal that its commands speak to. */
    public Milepost(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        QuietLogs.take();
        ParentWatch.start();
        System.exit(commandLine(Terminal.ofThisProcess()).execute(arguments));
    }

    /** The command line, for {@code main} and for tests. */
    public static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new Milepost(terminal));
        line.setOut(terminal.writer(terminal.results()));
        line.setErr(terminal.writer(terminal.people()));
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler(Failures::execution);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        return line;
    }

    /** The terminal that its commands speak to. */
    public Terminal terminal() {
        return terminal;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
