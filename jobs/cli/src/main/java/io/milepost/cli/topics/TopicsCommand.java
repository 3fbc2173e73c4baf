package io.milepost.cli.topics;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost topics}. */
@Command(
        name = "topics",
        description = "Creates the catalogue's topics and schemas, and tells what is there.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = {CreateTopicsCommand.class, DescribeTopicsCommand.class})
public final class TopicsCommand implements Callable<Integer> {

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
