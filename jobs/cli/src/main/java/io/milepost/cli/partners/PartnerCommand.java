package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.Milepost;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.trial.PartnerTrial;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code milepost partner}. */
@Command(
        name = "partner",
        description = "Makes, tries and checks partners' profiles, and brings them into force.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        subcommands = {
            NewPartnerCommand.class,
            TryPartnerCommand.class,
            ValidatePartnerCommand.class,
            PublishPartnerCommand.class,
            ApprovePartnerCommand.class,
            RollbackPartnerCommand.class,
            RetirePartnerCommand.class,
            ListPartnersCommand.class
        })
public final class PartnerCommand implements Callable<Integer> {

    @ParentCommand private Milepost milepost;
    @Spec private CommandSpec spec;

    /** A profile that is ready for use. */
    record Ready(PartnerProfile profile, PartnerTrial trial) {}

    /** The command that it is a part of. */
    Milepost milepost() {
        return milepost;
    }

    /** Reads a profile; every problem of it is told at once. */
    static Ready ready(String nameOrPath) throws InputException {
        try {
            PartnerProfile profile = PartnerProfiles.find(nameOrPath);
            return new Ready(profile, new PartnerTrial(profile));
        } catch (IOException | TemplateException e) {
            throw new InputException("the profile cannot be used\n" + e.getMessage(), e);
        }
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
