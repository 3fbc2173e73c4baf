package io.milepost.cli.submit;

import io.milepost.pipelines.delivery.DeliverySettings;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import picocli.CommandLine.Command;

/** {@code milepost submit partner-delivery}. */
@Command(
        name = "partner-delivery",
        description = {
            "Sends the job jar to a running Flink cluster, starts the job partner-delivery, which"
                    + " sends orders, changes and cancellations to suppliers, and waits until every"
                    + " task of it runs.",
            "",
            "What follows the options below are the settings of the job, as --name=value or --name"
                + " value; they are checked here before anything is sent. The cluster shows them to"
                + " everybody, so secrets are given as references, never as values."
        },
        customSynopsis =
                "milepost submit partner-delivery --cluster=URL [OPTIONS] --SETTING=VALUE...",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class SubmitPartnerDeliveryCommand extends SubmitJobCommand {

    SubmitPartnerDeliveryCommand() {
        super(
                PartnerDeliveryJob.class,
                DeliverySettings.all(),
                arguments -> DeliverySettings.parse(arguments).job());
    }
}
