package io.milepost.cli.submit;

import io.milepost.pipelines.changes.ChangesJob;
import io.milepost.pipelines.changes.ChangesSettings;
import picocli.CommandLine.Command;

/** {@code milepost submit odoo-changes}. */
@Command(
        name = "odoo-changes",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job odoo-changes, which"
                    + " tells what happens in Odoo, and waits until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis = "milepost submit odoo-changes --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitOdooChangesCommand extends SubmitJobCommand {

    SubmitOdooChangesCommand() {
        super(
                ChangesJob.class,
                ChangesSettings.all(),
                arguments -> ChangesSettings.parse(arguments).job());
    }
}
