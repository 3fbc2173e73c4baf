package io.milepost.cli.partners;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code milepost partner approve}. */
@Command(
        name = "approve",
        description = {
            "Brings a version that was proposed into force; the running job takes it at once.",
            "",
            "Its samples are played again. Where the company asks for it, its author cannot approve"
                    + " it, and the job would not use it either."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ApprovePartnerCommand extends DecisionCommand {

    @Parameters(paramLabel = "NAME", description = "The profile's name, as `partner list` has it.")
    private String name;

    @Option(
            names = "--profile-version",
            paramLabel = "N",
            description = "The version; the one that was proposed last if not given.")
    private Integer number;

    @Override
    Decision decision() {
        return new Decision(name, (it, why) -> it.approve(number, why));
    }
}
