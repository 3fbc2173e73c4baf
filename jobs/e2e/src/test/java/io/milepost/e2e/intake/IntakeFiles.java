package io.milepost.e2e.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an intake.
 *
 * @param folder of its configuration, secrets, archive, the partners' folders and what it says
 */
record IntakeFiles(Path folder) {

    /** Writes the configuration and the secrets. */
    static IntakeFiles write(Path folder, String patience) throws IOException {
        String yaml =
                """
                listen: {port: 0, grace: 2 s}
                operators: {port: 0}
                archive: %1$s/archive
                heartbeat: 200 ms
                look-every: 200 ms
                limits: {patience: %2$s}
                partners:
                  northwind:
                    format: x12
                    calls-per-minute: 100000
                    credentials:
                      - standard-webhook: ["${file:%1$s/secrets:northwind}"]
                  tracker:
                    format: json
                    calls-per-minute: 100000
                    credentials:
                      - aftership: ["${file:%1$s/secrets:tracker}"]
                  hansa: {format: edifact, folder: %1$s/hansa}
                  nordic: {format: ubl, folder: %1$s/nordic}
                """;
        Files.writeString(folder.resolve("intake.yaml"), yaml.formatted(folder, patience));
        Files.writeString(folder.resolve("secrets"), Calls.SECRETS);
        return new IntakeFiles(folder);
    }

    /**
     * Starts an intake.
     *
     * @param program main class, which takes the command line of {@code milepost}
     */
    IntakeProcess open(Class<?> program, String bootstrapServers, String registryUrl, String prefix)
            throws IOException, InterruptedException {
        return IntakeProcess.start(
                program,
                folder,
                List.of(
                        "--config=" + folder.resolve("intake.yaml"),
                        "--bootstrap-servers=" + bootstrapServers,
                        "--registry-url=" + registryUrl,
                        "--topic-prefix=" + prefix));
    }
}
