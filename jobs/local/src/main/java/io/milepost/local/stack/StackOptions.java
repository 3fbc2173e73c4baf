package io.milepost.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How to start an {@link EmbeddedStack}. Begin with {@link #defaults} and change what differs.
 *
 * @param brokerPort of the Kafka broker; 0 picks a free one
 * @param registryPort of the schema registry; 0 picks a free one
 * @param uiPort of Flink's web UI; 0 picks a free one
 * @param folder of data, checkpoints and logs; if empty, a new one in the system's temporary folder
 * @param taskManagers Flink TaskManagers at start, at least 1
 * @param slotsPerTaskManager parallel pipelines in each, at least 1
 * @param keep whether data and logs stay after {@code close}; without it only the logs stay, and
 *     only in a folder that was named here
 * @param flink more Flink settings in Flink's own names, for the cluster and all its jobs
 */
public record StackOptions(
        int brokerPort,
        int registryPort,
        int uiPort,
        Optional<Path> folder,
        int taskManagers,
        int slotsPerTaskManager,
        boolean keep,
        Map<String, String> flink) {
    private static final int HIGHEST_PORT = 65_535;

    /** Checks the ranges. */
    public StackOptions {
        requireBetween("brokerPort", brokerPort, 0, HIGHEST_PORT);
        requireBetween("registryPort", registryPort, 0, HIGHEST_PORT);
        requireBetween("uiPort", uiPort, 0, HIGHEST_PORT);
        requireBetween("taskManagers", taskManagers, 1, Integer.MAX_VALUE);
        requireBetween("slotsPerTaskManager", slotsPerTaskManager, 1, Integer.MAX_VALUE);
        Objects.requireNonNull(folder, "folder");
        flink = Map.copyOf(flink);
    }

    /** Free ports, a temporary folder, one TaskManager with two slots, nothing kept. */
    public static StackOptions defaults() {
        return new StackOptions(0, 0, 0, Optional.empty(), 1, 2, false, Map.of());
    }

    /** With these ports; 0 picks a free one. */
    public StackOptions withPorts(int broker, int registry, int ui) {
        return new StackOptions(
                broker, registry, ui, folder, taskManagers, slotsPerTaskManager, keep, flink);
    }

    /** With this folder for data, checkpoints and logs. */
    public StackOptions withFolder(Path named) {
        return new StackOptions(
                brokerPort,
                registryPort,
                uiPort,
                Optional.of(named),
                taskManagers,
                slotsPerTaskManager,
                keep,
                flink);
    }

    /** With so many TaskManagers of so many slots. */
    public StackOptions withTaskManagers(int count, int slots) {
        return new StackOptions(
                brokerPort, registryPort, uiPort, folder, count, slots, keep, flink);
    }

    /** With data and logs kept, or not. */
    public StackOptions withKeep(boolean kept) {
        return new StackOptions(
                brokerPort,
                registryPort,
                uiPort,
                folder,
                taskManagers,
                slotsPerTaskManager,
                kept,
                flink);
    }

    /** With these Flink settings, too, of which the last one of a name wins. */
    public StackOptions withFlink(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(flink);
        all.putAll(settings);
        return new StackOptions(
                brokerPort,
                registryPort,
                uiPort,
                folder,
                taskManagers,
                slotsPerTaskManager,
                keep,
                all);
    }

    /** The port asked for a service; 0 for a free one. */
    int port(StackService service) {
        return switch (service) {
            case BROKER -> brokerPort;
            case REGISTRY -> registryPort;
            case FLINK -> uiPort;
        };
    }

    private static void requireBetween(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "%s: must be between %d and %d but was %d"
                            .formatted(name, lowest, highest, value));
        }
    }
}
