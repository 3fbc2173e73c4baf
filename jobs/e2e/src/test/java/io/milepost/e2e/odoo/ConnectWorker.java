package io.milepost.e2e.odoo;

import io.milepost.local.stack.ChildProcess;
import io.milepost.local.stack.Ports;
import io.milepost.odoo.changes.CaptureReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker of Kafka Connect in a JVM of its own, with Debezium's connector for PostgreSQL: all
 * tables and the marks of transactions go to one topic.
 */
final class ConnectWorker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Path folder;
    private final String bootstrapServers;
    private final Map<String, String> connector;
    private ChildProcess process;

    ConnectWorker(Path folder, String bootstrapServers, int database, String topic) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.connector = connector(database, topic);
    }

    /** As it is given in docs/odoo-changes.md. */
    private static Map<String, String> connector(int database, String topic) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("name", "odoo");
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("plugin.name", "pgoutput");
        settings.put("database.hostname", "127.0.0.1");
        settings.put("database.port", Integer.toString(database));
        settings.put("database.user", "postgres");
        settings.put("database.password", "postgres");
        settings.put("database.dbname", "postgres");
        settings.put("topic.prefix", "odoo");
        settings.put("slot.name", "milepost");
        settings.put("publication.name", "milepost");
        settings.put("publication.autocreate.mode", "filtered");
        settings.put(
                "table.include.list",
                CaptureReader.tables().stream()
                        .map(table -> "public." + table)
                        .collect(Collectors.joining(",")));
        settings.put("provide.transaction.metadata", "true");
        settings.put("heartbeat.interval.ms", "500");
        settings.put(
                "heartbeat.action.query", "SELECT pg_logical_emit_message(true, 'milepost', '')");
        settings.put("transforms", "one");
        settings.put("transforms.one.type", "org.apache.kafka.connect.transforms.RegexRouter");
        settings.put("transforms.one.regex", ".*");
        settings.put("transforms.one.replacement", topic);
        return settings;
    }

    /** Starts it, again from where it said last that it had come to. */
    void start() throws IOException, InterruptedException {
        Map<String, String> worker = new TreeMap<>();
        worker.put("bootstrap.servers", bootstrapServers);
        worker.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.put("key.converter.schemas.enable", "false");
        worker.put("value.converter.schemas.enable", "false");
        worker.put("offset.storage.file.filename", folder.resolve("offsets").toString());
        // Rarely: what was sent since comes again after a failure.
        worker.put("offset.flush.interval.ms", "3000");
        int rest = Ports.free();
        worker.put("listeners", "http://127.0.0.1:" + rest);
        worker.put("plugin.discovery", "service_load");
        Path log = folder.resolve("connect.log");
        process =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                "Kafka Connect",
                                "org.apache.kafka.connect.cli.ConnectStandalone",
                                jars(),
                                List.of(
                                        "-Xmx256m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Dlog4j2.level=INFO"),
                                List.of(
                                        write("worker.properties", worker),
                                        write("odoo.properties", connector)),
                                log));
        process.await("listens on port " + rest, START, () -> isOpen(rest));
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it at once, without a word to anybody. */
    void kill() {
        ProcessHandle.of(process.pid())
                .ifPresent(
                        worker -> {
                            worker.destroyForcibly();
                            worker.onExit().join();
                        });
    }

    private static List<Path> jars() throws IOException {
        Path worker = Path.of(System.getProperty("milepost.connect.worker"));
        try (Stream<Path> files = Files.list(worker)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private String write(String name, Map<String, String> settings) throws IOException {
        Path file = folder.resolve(name);
        Files.write(
                file,
                settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        return file.toString();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
