package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.partners.message.Problem;
import io.milepost.partners.onboarding.ProfileDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner new}. */
@Command(
        name = "new",
        description = {
            "Begins a partner's profile from a message that it sent: finds the format and the"
                + " shipped profile that reads it, takes the sender from the envelope, and keeps"
                + " the message as the first sample, with what it says.",
            "",
            "Read what it says before it is published: expected is what was found."
        },
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class NewPartnerCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "The folder to make; its last name is that of the profile.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "A message as the partner sent it.")
    private Path sample;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            defaultValue = "main",
            description = "The Odoo instance that the partner delivers to; main if not given.")
    private String instance;

    @Option(
            names = "--company",
            paramLabel = "ID",
            defaultValue = "1",
            description = "The company within it; 1 if not given.")
    private String company;

    @Option(
            names = "--partner",
            paramLabel = "ID",
            description =
                    "The partner as the order's vendor is known in Odoo; the sender's own id if not"
                            + " given.")
    private String vendor;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "The zone of times that come without one; UTC if not given.")
    private String timeZone;

    @Option(
            names = "--extends",
            paramLabel = "PROFILE",
            description = "The shipped profile to extend; found by the message if not given.")
    private String parent;

    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = partner.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        ProfileDraft draft = draft();
        for (Map.Entry<String, byte[]> file : draft.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        List<String> files =
                draft.files().keySet().stream().map(it -> folder.resolve(it).toString()).toList();
        List<String> problems = draft.problems().stream().map(Problem::toString).toList();
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("profile", draft.name())
                                    .with("extends", draft.parent())
                                    .with("files", files)
                                    .with("problems", problems));
        } else {
            terminal.results().println(draft.name() + " extends " + draft.parent());
            files.forEach(it -> terminal.results().println("  " + it));
            problems.forEach(it -> terminal.results().println("  " + it));
        }
        return draft.problems().isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    private ProfileDraft draft() throws IOException {
        if (Files.exists(folder)) {
            throw new InputException(folder + ": expected no such folder but there is one", null);
        }
        try {
            return ProfileDraft.of(
                    String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                    String.valueOf(sample.getFileName()),
                    Files.readAllBytes(sample),
                    new ProfileDraft.Wishes(instance, company, vendor, timeZone, parent));
        } catch (IOException e) {
            throw new InputException("nothing was written\n" + e.getMessage(), e);
        }
    }
}
