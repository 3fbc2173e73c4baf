package io.milepost.cli.submit;

import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import picocli.CommandLine.Command;

/** {@code milepost submit partner-intake}. */
@Command(
        name = "partner-intake",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job partner-intake, which"
                    + " makes events of what partners send, and waits until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis =
                "milepost submit partner-intake --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitPartnerIntakeCommand extends SubmitJobCommand {

    SubmitPartnerIntakeCommand() {
        super(
                PartnerIntakeJob.class,
                PartnerIntakeSettings.all(),
                arguments -> PartnerIntakeSettings.parse(arguments).job());
    }
}
