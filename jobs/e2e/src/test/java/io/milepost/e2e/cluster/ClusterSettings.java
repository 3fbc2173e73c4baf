package io.milepost.e2e.cluster;

import io.milepost.local.stack.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that we ship, and what a cluster on one machine, for a few seconds, has otherwise:
 * given on the command line, which wins over the file.
 *
 * @param conf the folder that we ship
 * @param folder of everything that the cluster writes
 * @param restPort of the REST API
 * @param rpcPort of the JobManager
 */
record ClusterSettings(Path conf, Path folder, int restPort, int rpcPort) {

    static final int SLOTS = 2;

    static ClusterSettings in(Path folder) throws IOException {
        String conf = System.getProperty("milepost.flink.conf", "../../flink-conf");
        return new ClusterSettings(
                Path.of(conf).toRealPath(),
                Files.createDirectories(folder).toRealPath(),
                Ports.free(),
                Ports.free());
    }

    String url() {
        return "http://127.0.0.1:" + restPort;
    }

    /** The log4j file that we ship, writing to the log of one process. */
    List<String> logging(String process) {
        return List.of(
                "-Dlog4j2.configurationFile=" + conf.resolve("log4j.properties").toUri(),
                "-Dlog.file=" + log(process));
    }

    /** The log of one process. */
    Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    List<String> ofJobManager() {
        return arguments(new TreeMap<>());
    }

    /** Flink's scripts work these sizes out; without them they are all given. */
    List<String> ofTaskManager(String id) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("taskmanager.resource-id", id);
        settings.put("taskmanager.cpu.cores", "1.0");
        settings.put("taskmanager.memory.framework.heap.size", "96m");
        settings.put("taskmanager.memory.framework.off-heap.size", "96m");
        settings.put("taskmanager.memory.task.heap.size", "224m");
        settings.put("taskmanager.memory.task.off-heap.size", "64m");
        settings.put("taskmanager.memory.managed.size", "160m");
        settings.put("taskmanager.memory.network.min", "64m");
        settings.put("taskmanager.memory.network.max", "64m");
        settings.put("taskmanager.memory.jvm-metaspace.size", "200m");
        settings.put("taskmanager.memory.jvm-overhead.min", "128m");
        settings.put("taskmanager.memory.jvm-overhead.max", "128m");
        return arguments(settings);
    }

    private List<String> arguments(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("rest.port", Integer.toString(restPort));
        settings.put("rest.bind-port", Integer.toString(restPort));
        settings.put("jobmanager.rpc.port", Integer.toString(rpcPort));
        settings.put("taskmanager.numberOfTaskSlots", Integer.toString(SLOTS));
        settings.put("metrics.reporter.prom.port", "0");
        settings.put("execution.checkpointing.dir", uri("checkpoints"));
        settings.put("execution.checkpointing.savepoint-dir", uri("savepoints"));
        settings.put("io.tmp.dirs", folder.resolve("tmp").toString());
        settings.put("web.tmpdir", folder.resolve("tmp").toString());
        // A test has no time for the patience of a real cluster.
        settings.put("execution.checkpointing.min-pause", "0 ms");
        settings.put("web.refresh-interval", "200");
        settings.put("heartbeat.interval", "1000");
        settings.put("heartbeat.timeout", "5000");
        settings.put("restart-strategy.exponential-delay.initial-backoff", "200 ms");
        settings.put("restart-strategy.exponential-delay.max-backoff", "1 s");

        List<String> arguments = new ArrayList<>(List.of("--configDir", conf.toString()));
        settings.forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        return arguments;
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }
}
