package io.milepost.cli.submit;

import io.milepost.pipelines.updates.UpdatesJob;
import io.milepost.pipelines.updates.UpdatesSettings;
import picocli.CommandLine.Command;

/** {@code milepost submit odoo-updates}. */
@Command(
        name = "odoo-updates",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job odoo-updates, which"
                    + " brings commands into Odoo, and waits until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis = "milepost submit odoo-updates --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitOdooUpdatesCommand extends SubmitJobCommand {

    SubmitOdooUpdatesCommand() {
        super(
                UpdatesJob.class,
                UpdatesSettings.all(),
                arguments -> UpdatesSettings.parse(arguments).job());
    }
}
