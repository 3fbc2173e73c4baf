package io.milepost.bench.peer;

import io.milepost.bench.rung.Measured;
import io.milepost.bench.rung.Meter;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the peer as often as it is told to. Each line of its input is one run: brokers, registry,
 * topic prefix, application id and commit interval in milliseconds. It answers each with one line,
 * what was measured.
 */
public final class PeerMain {

    /** What its answers begin with. */
    static final String ANSWER = "measured ";

    private PeerMain() {}

    /** No arguments; ends with its input. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] asked = line.split(" ", -1);
            Measured measured =
                    run(
                            KafkaConnection.plain(asked[0], asked[2]),
                            RegistryConnection.plain(asked[1]),
                            asked[3],
                            Long.parseLong(asked[4]));
            System.out.println(ANSWER + measured.encoded());
        }
    }

    private static Measured run(
            KafkaConnection kafka, RegistryConnection registry, String id, long commitMillis)
            throws Exception {
        Path folder = Files.createTempDirectory("milepost-peer");
        try {
            Meter meter = Meter.start();
            long bytes = new PeerRun(kafka, registry, id, commitMillis, folder).toTheEnd();
            return meter.stop(bytes);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws Exception {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
