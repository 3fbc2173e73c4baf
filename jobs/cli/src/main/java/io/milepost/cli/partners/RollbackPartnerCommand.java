package io.milepost.cli.partners;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code milepost partner rollback}. */
@Command(
        name = "rollback",
        description = {
            "Puts an earlier version in force again, as a new version with its content.",
            "",
            "Its samples are played again. It was approved before, so nobody has to be waited for."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class RollbackPartnerCommand extends DecisionCommand {

    @Parameters(paramLabel = "NAME", description = "The profile's name, as `partner list` has it.")
    private String name;

    @Option(
            names = "--to",
            paramLabel = "N",
            description = "The earlier version; the one that was in force before if not given.")
    private Integer number;

    @Override
    Decision decision() {
        return new Decision(name, (it, why) -> it.rollback(number, why));
    }
}
