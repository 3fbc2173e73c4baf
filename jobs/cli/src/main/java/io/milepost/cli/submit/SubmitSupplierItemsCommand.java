package io.milepost.cli.submit;

import io.milepost.pipelines.items.SupplierItemsJob;
import io.milepost.pipelines.items.SupplierItemsSettings;
import picocli.CommandLine.Command;

/** {@code milepost submit supplier-items}. */
@Command(
        name = "supplier-items",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job supplier-items, which"
                    + " follows the items of suppliers, and waits until every task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis =
                "milepost submit supplier-items --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitSupplierItemsCommand extends SubmitJobCommand {

    SubmitSupplierItemsCommand() {
        super(
                SupplierItemsJob.class,
                SupplierItemsSettings.all(),
                arguments -> SupplierItemsSettings.parse(arguments).job());
    }
}
