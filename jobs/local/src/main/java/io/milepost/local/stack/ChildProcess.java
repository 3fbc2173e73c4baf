package io.milepost.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child JVM on the same Java as ours. Its output goes to a log file, never to the terminal. It
 * ends when we end, also by SIGKILL: {@link ChildMain} watches for it.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_LINES_SHOWN = 20;

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param name for messages, such as {@code "Kafka broker"}
     * @param mainClass the class whose {@code main} is run
     * @param classPath jars and folders; the jar of {@link ChildMain} is put in front
     * @param jvmArguments such as {@code -Xmx128m}
     * @param arguments of the main class
     * @param log file that gets standard output and error, appended; its folder is made
     */
    public record Spec(
            String name,
            String mainClass,
            List<Path> classPath,
            List<String> jvmArguments,
            List<String> arguments,
            Path log) {}

    /** Something to wait for. Must return soon; an exception ends the wait. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it holds now. */
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Starts a child and returns at once; {@link #await} says when it is of use.
     *
     * @throws IOException if the process cannot be started or the log not be written
     */
    public static ChildProcess start(Spec spec) throws IOException {
        var classPath = new ArrayList<String>();
        classPath.add(ChildJar.in(StackCache.open()).toString());
        spec.classPath().forEach(entry -> classPath.add(entry.toString()));

        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(spec.jvmArguments());
        command.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, classPath)));
        command.addAll(List.of(ChildMain.class.getName(), spec.mainClass()));
        command.addAll(spec.arguments());

        Files.createDirectories(spec.log().toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        // The terminal's Java settings are meant for us; the JVM would also announce them in the
        // log.
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        return new ChildProcess(spec.name(), builder.start(), spec.log());
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until a condition holds.
     *
     * @param what names the condition in messages, such as {@code "answers on 127.0.0.1:9092"}
     * @param deadline how long to wait
     * @throws IOException if the child ends first or the deadline passes; the message has the end
     *     of its log
     */
    public void await(String what, Duration deadline, Condition condition)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + deadline.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "%s ended with exit code %d before it %s%s"
                                .formatted(name, process.exitValue(), what, endOfLog()));
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException(
                        "%s: expected within %d s that it %s, but it has not%s"
                                .formatted(name, deadline.toSeconds(), what, endOfLog()));
            }
        }
    }

    /**
     * Asks the child to exit in good order, and ends it by force if it has not within this time.
     *
     * @return whether it ended in good order
     */
    public boolean stop(Duration grace) {
        var orderly = false;
        try {
            // Stays open: for the child, its end would be our death.
            process.getOutputStream().write(ChildMain.STOP);
            process.getOutputStream().flush();
            orderly =
                    process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)
                            && process.exitValue() == 0;
        } catch (IOException e) {
            // The pipe is closed: it has ended already.
            orderly = !process.isAlive() && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
        return orderly;
    }

    /** Stops the child within 3 s. */
    @Override
    public void close() {
        stop(Duration.ofSeconds(3));
    }

    private String endOfLog() {
        try {
            var lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            var shown = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
            return "; " + log + " ends with:\n" + String.join("\n", shown);
        } catch (IOException e) {
            return "; its log " + log + " cannot be read: " + e;
        }
    }
}
