package io.milepost.e2e.stack;

import io.milepost.cli.Milepost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the command in a JVM of its own, for what it says on its streams and leaves on the disk.
 *
 * @param folder what it takes for the folder of temporary files
 * @param environment what is added to its environment
 */
public record CommandProcess(Path folder, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException if it has not ended after three minutes; it is killed
     */
    public CommandLineRun run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-Dmilepost.endWithParent=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Milepost.class.getName()));
        command.addAll(List.of(arguments));
        Path results = Files.createTempFile(folder, "results", ".txt");
        Path people = Files.createTempFile(folder, "people", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectOutput(results.toFile()).redirectError(people.toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "milepost "
                                + String.join(" ", arguments)
                                + ": expected to end within "
                                + PATIENCE
                                + " but it runs on; it said: "
                                + Files.readString(people));
            }
            return new CommandLineRun(
                    process.exitValue(), Files.readString(results), Files.readString(people));
        } finally {
            process.destroyForcibly();
        }
    }

    /** The work folders that are there, made by runs without one of their own. */
    public List<Path> workFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("milepost-"))
                    .toList();
        }
    }
}
