package io.milepost.local.stack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A real schema registry with the Confluent API: Apicurio Registry in a JVM of its own, on
 * 127.0.0.1 only. New subjects are checked for BACKWARD compatibility, as Confluent's own registry
 * does. Schemas are kept in the folder that is given.
 */
public final class RegistryProcess implements AutoCloseable {
    /** The registry's own default is to check nothing. */
    private static final String DEFAULT_COMPATIBILITY = "{\"compatibility\":\"BACKWARD\"}";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final ClassDataArchive archive;
    private final int port;

    private RegistryProcess(ChildProcess process, ClassDataArchive archive, int port) {
        this.process = process;
        this.archive = archive;
        this.port = port;
    }

    /**
     * Starts a registry and waits until it answers. The first start on a machine unpacks it and
     * takes a few seconds longer.
     *
     * @param port of the HTTP listener; 0 picks a free one
     * @param folder of the registry's data; one that a registry has left is gone on with
     * @param log file of the registry's output
     * @throws IOException if it does not start; the message has the end of its log
     */
    public static RegistryProcess start(int port, Path folder, Path log)
            throws IOException, InterruptedException {
        var httpPort = port == 0 ? Ports.free() : port;
        Files.createDirectories(folder);
        var cache = StackCache.open();
        var runner = runner(RegistryArchive.unpacked(cache));
        var archive = ClassDataArchive.of(cache, "registry", List.of(runner, ChildJar.in(cache)));

        var jvm =
                new ArrayList<>(
                        List.of(
                                "-Xms32m",
                                "-Xmx160m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1"));
        jvm.addAll(archive.jvmArguments());
        jvm.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        jvm.add("-Dquarkus.http.host=127.0.0.1");
        jvm.add("-Dquarkus.http.port=" + httpPort);
        jvm.add(
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + folder.toAbsolutePath().resolve("schemas"));
        var process =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                "schema registry",
                                mainClass(runner),
                                List.of(runner),
                                jvm,
                                List.of(),
                                log));
        var registry = new RegistryProcess(process, archive, httpPort);
        try {
            process.await(
                    "answers at " + registry.url(),
                    START_LIMIT,
                    registry::acceptsDefaultCompatibility);
        } catch (IOException | InterruptedException e) {
            process.close();
            archive.dropRecording();
            throw e;
        }
        return registry;
    }

    /** Base URL for Confluent clients. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** The child, for tests that kill it. */
    public ChildProcess process() {
        return process;
    }

    /** Stops the registry within 8 s. */
    @Override
    public void close() {
        close(Duration.ofSeconds(8));
    }

    /** Stops the registry, by force if it has not ended within this time. */
    void close(Duration grace) {
        if (process.stop(grace)) {
            archive.keepRecording();
        } else {
            archive.dropRecording();
        }
    }

    private boolean acceptsDefaultCompatibility() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url() + "/config"))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(DEFAULT_COMPATIBILITY))
                        .build();
        try {
            var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException | HttpTimeoutException e) {
            return false;
        }
    }

    private static Path runner(Path program) throws IOException {
        try (var found = Files.newDirectoryStream(program, "*-runner.jar")) {
            for (var jar : found) {
                return jar;
            }
        }
        throw new FileNotFoundException(
                "no *-runner.jar in " + program + "; delete the folder to unpack it anew");
    }

    private static String mainClass(Path runner) throws IOException {
        try (var jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }
}
