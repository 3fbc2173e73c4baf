package io.milepost.cli.replay;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost replay}, with a command for each kind of log. */
@Command(
        name = "replay",
        description = "Sends the events of a log of the past, as if they happened now.",
        synopsisSubcommandLabel = "LOG",
        commandListHeading = "%nLogs:%n",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = {ScmsCommand.class, BpiCommand.class})
public final class ReplayCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;
    @Spec private CommandSpec spec;

    /** The command that it is a part of. */
    Milepost milepost() {
        return milepost;
    }

    /** Without a kind of log there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
