package io.milepost.bench.peer;

import io.milepost.bench.rung.Measured;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The JVM of the peer, which stays between runs as ours does, so that both are warm. */
public final class PeerProcess implements AutoCloseable {

    private static final String OF_FLINK = "frocksdbjni";

    private final Process process;
    private final PrintStream input;
    private final BufferedReader output;

    private PeerProcess(Process process) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it with as much memory and the same collector as ours, and with its own RocksDB. */
    public static PeerProcess start() throws IOException {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> !entry.contains(OF_FLINK))
                        .collect(Collectors.joining(File.pathSeparator));
        return new PeerProcess(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + Runtime.getRuntime().maxMemory(),
                                "-XX:+UseSerialGC",
                                "-XX:-UseDynamicNumberOfCompilerThreads",
                                "-Dlog4j2.configurationFile=log4j2-peer.properties",
                                "-classpath",
                                classPath,
                                PeerMain.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Runs once, to the ends of the topics. */
    public Measured run(
            KafkaConnection kafka, RegistryConnection registry, String id, long commitMillis)
            throws IOException {
        input.println(
                String.join(
                        " ",
                        kafka.bootstrapServers(),
                        registry.urls().get(0),
                        kafka.topicPrefix(),
                        id,
                        Long.toString(commitMillis)));
        String answer = output.readLine();
        if (answer == null || !answer.startsWith(PeerMain.ANSWER)) {
            throw new IOException("peer: expected what was measured but found " + answer);
        }
        return Measured.decoded(answer.substring(PeerMain.ANSWER.length()));
    }

    @Override
    public void close() throws InterruptedException {
        input.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
