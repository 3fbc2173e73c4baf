package io.milepost.cli.state;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost state}, with a command for each thing that can be done with saved state. */
@Command(
        name = "state",
        description = "Looks into the savepoints and checkpoints of a job.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = InspectStateCommand.class)
public final class StateCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;
    @Spec private CommandSpec spec;

    /** The command that it is a part of. */
    Milepost milepost() {
        return milepost;
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
