package io.milepost.cli.partners;

import io.milepost.cli.InputException;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.publication.ApprovalRule;
import io.milepost.partners.publication.CompanyFile;
import io.milepost.partners.publication.PublicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code milepost partner publish}. */
@Command(
        name = "publish",
        description = {
            "Publishes a profile as a new version; the running job takes it as soon as it is in"
                    + " force.",
            "",
            "A profile whose samples do not say what is expected of them is refused. Where the"
                    + " company.yaml beside the profile's folder says `approval: another-person`,"
                    + " the version waits until somebody else approves it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class PublishPartnerCommand extends DecisionCommand {

    @Parameters(paramLabel = "FOLDER", description = "The profile's folder, or its profile.yaml.")
    private Path folder;

    @Option(
            names = "--propose",
            description = "Wait for an approval, also where the company asks for none.")
    private boolean propose;

    @Override
    Decision decision() throws IOException {
        ProfileSource source = source();
        ApprovalRule rule = rule();
        return new Decision(source.name(), (it, why) -> it.publish(source, rule, propose, why));
    }

    private ProfileSource source() throws IOException {
        if (!Files.isRegularFile(file())) {
            throw new InputException(
                    file() + ": expected a profile's folder but found no such file", null);
        }
        return PartnerProfiles.source(file());
    }

    private ApprovalRule rule() throws IOException {
        try {
            return CompanyFile.approval(file().getParent().getParent());
        } catch (PublicationException e) {
            throw new InputException("nothing was published\n" + e.getMessage(), e);
        }
    }

    private Path file() {
        Path file = Files.isDirectory(folder) ? folder.resolve(ProfileSource.PROFILE_FILE) : folder;
        return file.toAbsolutePath().normalize();
    }
}
