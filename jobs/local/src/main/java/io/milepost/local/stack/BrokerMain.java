package io.milepost.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Main class of the broker's JVM: formats the data folder if it is new, starts the node, and then
 * makes the file whose presence means ready. Arguments: settings file, data folder, ready file.
 */
final class BrokerMain {
    private BrokerMain() {}

    /**
     * Starts the broker; its threads keep the JVM alive.
     *
     * @throws IOException if the settings cannot be read, or the folder not be formatted or written
     */
    public static void main(String[] args) throws IOException {
        var settingsFile = Path.of(args[0]);
        if (!Files.exists(Path.of(args[1], "meta.properties"))) {
            format(settingsFile);
        }
        var settings = new Properties();
        try (var in = Files.newBufferedReader(settingsFile)) {
            settings.load(in);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        Files.writeString(Path.of(args[2]), "ready\n");
        server.awaitShutdown();
    }

    private static void format(Path settingsFile) throws IOException {
        String[] command = {
            "format",
            "--standalone",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            settingsFile.toString()
        };
        var out = new PrintStream(System.out, true);
        if (StorageTool.execute(command, out) != 0) {
            throw new IOException(
                    "cannot format the data folder for "
                            + settingsFile
                            + "; the log above says why");
        }
    }
}
