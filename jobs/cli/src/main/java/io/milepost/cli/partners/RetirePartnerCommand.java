package io.milepost.cli.partners;

import io.milepost.partners.publication.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code milepost partner retire}. */
@Command(
        name = "retire",
        description = {
            "Takes a profile out of use: none of its versions is in force then.",
            "",
            "What its partner sends goes to the dead letters until a version is in force again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class RetirePartnerCommand extends DecisionCommand {

    @Parameters(paramLabel = "NAME", description = "The profile's name, as `partner list` has it.")
    private String name;

    @Override
    Decision decision() {
        return new Decision(name, Publication::retire);
    }
}
