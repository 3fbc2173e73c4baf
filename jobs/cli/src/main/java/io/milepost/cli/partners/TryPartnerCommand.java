package io.milepost.cli.partners;

import io.milepost.cli.ExitCodes;
import io.milepost.cli.InputException;
import io.milepost.cli.QuietLogs;
import io.milepost.cli.options.Output;
import io.milepost.cli.options.PrintConfig;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Terminal;
import io.milepost.partners.trial.PartnerTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code milepost partner try}. */
@Command(
        name = "try",
        description = "Shows what a profile makes of messages; nothing is sent or changed.",
        mixinStandardHelpOptions = true,
        versionProvider = io.milepost.cli.Version.class,
        sortOptions = false)
final class TryPartnerCommand implements Callable<Integer> {

    @ParentCommand private PartnerCommand partner;

    @Parameters(
            index = "0",
            paramLabel = "PROFILE",
            description =
                    "A profile's folder or its profile.yaml, or the name of one that ships with"
                            + " the product, such as generic-x12.")
    private String profile;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Messages as the partner sent them.")
    private List<Path> files;

    @Mixin private Output output;
    @Mixin private PrintConfig config;

    @Override
    public Integer call() throws IOException {
        QuietLogs.take();
        Terminal terminal = partner.milepost().terminal();
        if (config.printed(terminal.results())) {
            return ExitCodes.OK;
        }
        PartnerTrial trial = PartnerCommand.ready(profile).trial();
        List<TrialReport> reports = new ArrayList<>();
        for (Path file : files) {
            for (PartnerTrial.Tried tried : trial.of(bytes(file), Instant.now())) {
                reports.add(new TrialReport(file.toString(), tried));
            }
        }
        boolean usable = reports.stream().allMatch(TrialReport::usable);
        if (output.isJson()) {
            terminal.results()
                    .println(
                            new Json()
                                    .with("usable", usable)
                                    .with(
                                            "messages",
                                            reports.stream()
                                                    .map(it -> it.json().fields())
                                                    .toList()));
        } else {
            reports.forEach(it -> it.lines().forEach(terminal.results()::println));
        }
        return usable ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    private static byte[] bytes(Path file) throws InputException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(file + ": expected a file that can be read but found none", e);
        }
    }
}
