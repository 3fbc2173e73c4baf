package io.milepost.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A real Kafka broker: one KRaft node, broker and controller, in a JVM of its own, on 127.0.0.1
 * only.
 *
 * <p>Topics must be created before use. Old record times are accepted; they stay if the topic says
 * {@code retention.ms=-1}, and by the broker's default they are deleted like in any cluster after 7
 * days.
 */
public final class BrokerProcess implements AutoCloseable {
    /** The broker's log4j configuration, a class path entry of the child. */
    static final String LOGGING = "io/milepost/local/stack/broker-log4j2.properties";

    /**
     * What the broker needs of our libraries. Should one be missing after an upgrade, its log says
     * which class.
     */
    private static final Set<String> LIBRARIES =
            Set.of(
                    "HdrHistogram",
                    "argparse4j",
                    "caffeine",
                    "commons-",
                    "hash4j",
                    "jackson-",
                    "jopt-simple",
                    "jose4j",
                    "jspecify",
                    "kafka-",
                    "kafka_",
                    "log4j-",
                    "lz4-",
                    "metrics-core",
                    "pcollections",
                    "re2j",
                    "scala-",
                    "slf4j-",
                    "snakeyaml",
                    "snappy-",
                    "zstd-jni");

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final ClassDataArchive archive;
    private final int port;

    private BrokerProcess(ChildProcess process, ClassDataArchive archive, int port) {
        this.process = process;
        this.archive = archive;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it serves clients.
     *
     * @param port of the listener for clients; 0 picks a free one
     * @param folder of the broker's data; a folder that a broker has left is gone on with
     * @param log file of the broker's output
     * @throws IOException if it does not start; the message has the end of its log
     */
    public static BrokerProcess start(int port, Path folder, Path log)
            throws IOException, InterruptedException {
        var clientPort = port == 0 ? Ports.free() : port;
        Files.createDirectories(folder);
        var settings = folder.resolve("server.properties");
        var data = folder.resolve("data");
        var ready = folder.resolve("ready");
        Files.deleteIfExists(ready);
        writeSettings(settings, settings(clientPort, Ports.free(), data));

        var cache = StackCache.open();
        var classPath = ChildClassPath.jars(LIBRARIES);
        var archived = new ArrayList<>(List.of(ChildJar.in(cache)));
        archived.addAll(classPath);
        var archive = ClassDataArchive.of(cache, "broker", archived);
        var jvm = new ArrayList<>(List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"));
        jvm.addAll(archive.jvmArguments());
        jvm.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        jvm.add("-Dlog4j2.configurationFile=classpath:" + LOGGING);
        var arguments = List.of(settings.toString(), data.toString(), ready.toString());
        var process =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                "Kafka broker",
                                BrokerMain.class.getName(),
                                classPath,
                                jvm,
                                arguments,
                                log));
        var broker = new BrokerProcess(process, archive, clientPort);
        try {
            process.await(
                    "serves clients on 127.0.0.1:" + clientPort,
                    START_LIMIT,
                    () -> Files.exists(ready));
        } catch (IOException | InterruptedException e) {
            process.close();
            archive.dropRecording();
            throw e;
        }
        return broker;
    }

    /** Value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The child, for tests that kill it. */
    public ChildProcess process() {
        return process;
    }

    /** Stops the broker within 8 s. */
    @Override
    public void close() {
        close(Duration.ofSeconds(8));
    }

    /** Stops the broker, by force if it has not ended within this time. */
    void close(Duration grace) {
        if (process.stop(grace)) {
            archive.keepRecording();
        } else {
            archive.dropRecording();
        }
    }

    private static Map<String, String> settings(int port, int controllerPort, Path data) {
        var settings = new TreeMap<String, String>();
        settings.put("node.id", "1");
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");

        // One node holds everything once.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");

        // A log that covers ten years would roll once for every week of record time: 500 segments a
        // partition.
        settings.put("log.roll.ms", Long.toString(Duration.ofDays(36_500).toMillis()));
        // Index files are mapped whole: three for each partition, 10 MB each by default.
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        return settings;
    }

    private static void writeSettings(Path file, Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, "Embedded single-node broker");
        }
    }
}
