package io.milepost.cli.submit;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.Milepost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost submit}, with a command for each job. */
@Command(
        name = "submit",
        description = "Starts a job on a Flink cluster, through its REST API.",
        synopsisSubcommandLabel = "JOB",
        commandListHeading = "%nJobs:%n",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = {
            SubmitMilestonesCommand.class,
            SubmitSupplierItemsCommand.class,
            SubmitOdooChangesCommand.class,
            SubmitOdooUpdatesCommand.class,
            SubmitPartnerIntakeCommand.class,
            SubmitPartnerDeliveryCommand.class
        })
public final class SubmitCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;
    @Spec private CommandSpec spec;

    /** The command that it is a part of. */
    Milepost milepost() {
        return milepost;
    }

    /** Without a job there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
