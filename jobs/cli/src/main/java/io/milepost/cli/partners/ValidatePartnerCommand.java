package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.partners.profile.Sample;
import io.milepost.partners.trial.SampleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner validate}. */
@Command(
        name = "validate",
        description = "Checks profiles: their files, their templates, and what their samples say.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class ValidatePartnerCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(
            arity = "1..*",
            paramLabel = "PROFILE",
            description = "Profiles' folders, or names of profiles that ship with the product.")
    private List<String> profiles;

    @Option(
            names = "--write",
            description =
                    "Write down what the samples say of which nothing is expected yet; it is for"
                            + " you to read whether that is right.")
    private boolean write;

    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = partner.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        List<String> written = write ? written() : List.of();
        List<PartnerCommand.Ready> ready = ready();
        List<String> differences = new ArrayList<>();
        List<Object> checked = new ArrayList<>();
        for (PartnerCommand.Ready one : ready) {
            List<SampleCheck.Played> samples = SampleCheck.play(one.profile(), one.trial());
            List<String> wrong = samples.stream().flatMap(it -> it.differences().stream()).toList();
            differences.addAll(wrong);
            checked.add(
                    new Json()
                            .with("profile", one.profile().name())
                            .with("samples", samples.size())
                            .with("differences", wrong)
                            .fields());
            if (!output.isJson()) {
                terminal.results()
                        .println(
                                "%s: %d samples, %s"
                                        .formatted(
                                                one.profile().name(),
                                                samples.size(),
                                                wrong.isEmpty()
                                                        ? "all as expected"
                                                        : "not all as expected"));
                wrong.forEach(it -> terminal.results().println("  " + it));
            }
        }
        if (!output.isJson()) {
            written.forEach(it -> terminal.results().println("written: " + it));
        }
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("valid", differences.isEmpty())
                                    .with("profiles", checked)
                                    .with("written", written));
        }
        return differences.isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    /** Writes the events of samples that can be used and have none. */
    private List<String> written() throws IOException {
        List<String> written = new ArrayList<>();
        for (String name : profiles) {
            Path folder = Path.of(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            PartnerCommand.Ready one = PartnerCommand.ready(name);
            List<SampleCheck.Played> played = SampleCheck.play(one.profile(), one.trial());
            for (int i = 0; i < played.size(); i++) {
                Sample sample = one.profile().samples().get(i);
                if (sample.expected() == null && played.get(i).differences().size() == 1) {
                    Path file = folder.resolve(sample.expectedFile());
                    Files.writeString(file, played.get(i).found());
                    written.add(file.toString());
                }
            }
        }
        return written;
    }

    /** Every problem of every profile is told at once. */
    private List<PartnerCommand.Ready> ready() throws InputException {
        List<PartnerCommand.Ready> ready = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        InputException first = null;
        for (String profile : profiles) {
            try {
                ready.add(PartnerCommand.ready(profile));
            } catch (InputException e) {
                first = first == null ? e : first;
                problems.add(e.getMessage());
            }
        }
        if (first != null) {
            throw new InputException(String.join("\n", problems), first);
        }
        return ready;
    }
}
