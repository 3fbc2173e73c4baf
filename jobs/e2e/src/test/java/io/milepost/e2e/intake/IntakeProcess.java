package io.milepost.e2e.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milepost.local.stack.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code milepost intake} in a JVM of its own. */
final class IntakeProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final Path results;
    private final Path people;
    private JsonNode told;

    private IntakeProcess(Process process, Path results, Path people) {
        this.process = process;
        this.results = results;
        this.people = people;
    }

    /**
     * Starts it and waits until it says that it is open.
     *
     * @param program main class, which takes the command line of {@code milepost}
     * @param folder of what it says
     */
    static IntakeProcess start(Class<?> program, Path folder, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dmilepost.endWithParent=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        "intake",
                        "--output=json"));
        command.addAll(arguments);
        Path results = Files.createTempFile(folder, "results", ".txt");
        Path people = Files.createTempFile(folder, "people", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(results.toFile()).redirectError(people.toFile());
        IntakeProcess started = new IntakeProcess(builder.start(), results, people);
        started.await("says that it is open", START, started::isOpen);
        return started;
    }

    private boolean isOpen() throws IOException {
        String said = Files.readString(results);
        if (said.endsWith("\n")) {
            told = new ObjectMapper().readTree(said);
        }
        return told != null;
    }

    /** Where partners call, host and port. */
    String calls() {
        return told.path("calls").asText();
    }

    /** Where operators ask, host and port. */
    String operators() {
        return told.path("operators").asText();
    }

    /** What it said to people. */
    String people() throws IOException {
        return Files.readString(people);
    }

    /** Ends it with SIGKILL: it has no time for anything. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end with SIGTERM, and waits for its exit code. */
    int terminate() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the intake does not end when it is asked to: " + people());
        }
        return process.exitValue();
    }

    /** Waits until a condition holds while it runs. */
    void await(String what, ChildProcess.Condition condition)
            throws IOException, InterruptedException {
        await(what, START, condition);
    }

    private void await(String what, Duration deadline, ChildProcess.Condition condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "the intake ended with %d before it %s: %s"
                                .formatted(process.exitValue(), what, people()));
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited %d s until the intake %s: %s"
                                .formatted(deadline.toSeconds(), what, people()));
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
