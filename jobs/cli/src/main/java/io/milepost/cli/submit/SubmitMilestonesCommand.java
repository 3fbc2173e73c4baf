package io.milepost.cli.submit;

import io.milepost.pipelines.milestones.MilestonesJob;
import io.milepost.pipelines.milestones.MilestonesSettings;
import picocli.CommandLine.Command;

/** {@code milepost submit milestones}. */
@Command(
        name = "milestones",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job milestones, which follows"
                    + " purchase-order lines, and waits until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis = "milepost submit milestones --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitMilestonesCommand extends SubmitJobCommand {

    SubmitMilestonesCommand() {
        super(
                MilestonesJob.class,
                MilestonesSettings.all(),
                arguments -> MilestonesSettings.parse(arguments).job());
    }
}
