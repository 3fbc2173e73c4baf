package io.milepost.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.cli.submit.ClusterException;
import io.milepost.cli.submit.FlinkRest;
import io.milepost.local.stack.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A standalone Flink cluster as one has it on real machines: a JobManager and TaskManagers, each a
 * JVM of its own with Flink's libraries only and the settings that we ship, on 127.0.0.1.
 */
public final class FlinkCluster implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration DEATH = Duration.ofSeconds(10);
    private static final String JOB_MANAGER =
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String TASK_MANAGER =
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

    /** Flink reflects on the JDK's collections where main runs, which is the JobManager. */
    private static final String OPENS = "--add-opens=java.base/java.util=ALL-UNNAMED";

    private final ClusterSettings settings;
    private final FlinkRest rest;
    private final List<ChildProcess> processes = new ArrayList<>();
    private final Map<String, ChildProcess> taskManagers = new TreeMap<>();
    private int started;

    private FlinkCluster(ClusterSettings settings) {
        this.settings = settings;
        this.rest = new FlinkRest(settings.url());
    }

    /**
     * Starts a cluster and waits until all of it is there.
     *
     * @param folder of logs, checkpoints and temporary files
     */
    public static FlinkCluster start(Path folder, int taskManagers)
            throws IOException, InterruptedException {
        FlinkCluster cluster = new FlinkCluster(ClusterSettings.in(folder));
        boolean started = false;
        try {
            Files.createDirectories(cluster.settings.folder().resolve("tmp"));
            cluster.startJobManager();
            for (int i = 0; i < taskManagers; i++) {
                cluster.startTaskManager();
            }
            cluster.awaitIdle();
            started = true;
            return cluster;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    private void startJobManager() throws IOException {
        List<String> jvm =
                new ArrayList<>(List.of("-Xms128m", "-Xmx320m", "-XX:+UseSerialGC", OPENS));
        start("jobmanager", JOB_MANAGER, jvm, settings.ofJobManager());
    }

    /** Starts another TaskManager and returns at once. */
    public void startTaskManager() throws IOException {
        String id = "taskmanager-" + started++;
        List<String> jvm =
                new ArrayList<>(
                        List.of(
                                "-Xms200m",
                                "-Xmx320m",
                                "-XX:MaxDirectMemorySize=300m",
                                "-XX:MaxMetaspaceSize=200m",
                                "-XX:+UseSerialGC",
                                OPENS));
        taskManagers.put(id, start(id, TASK_MANAGER, jvm, settings.ofTaskManager(id)));
    }

    private ChildProcess start(
            String name, String mainClass, List<String> jvm, List<String> arguments)
            throws IOException {
        jvm.addAll(settings.logging(name));
        Path out = settings.log(name).resolveSibling(name + ".out");
        ChildProcess process =
                ChildProcess.start(
                        new ChildProcess.Spec(
                                name, mainClass, FlinkLibraries.jars(), jvm, arguments, out));
        processes.add(process);
        return process;
    }

    /**
     * Ends a TaskManager that runs tasks of a job, with SIGKILL: it has no time for anything.
     *
     * @throws IllegalStateException if none does
     */
    public void killOneOf(String jobId) throws IOException {
        Set<String> hosts = new HashSet<>();
        for (JsonNode vertex : rest.get("jobs", jobId).path("vertices")) {
            rest.get("jobs", jobId, "vertices", vertex.path("id").asText())
                    .path("subtasks")
                    .forEach(task -> hosts.add(task.path("taskmanager-id").asText()));
        }
        hosts.retainAll(taskManagers.keySet());
        String victim =
                hosts.stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "job "
                                                        + jobId
                                                        + ": expected tasks on one of "
                                                        + taskManagers.keySet()
                                                        + " but found none"));
        kill(taskManagers.remove(victim));
    }

    private static void kill(ChildProcess process) {
        ProcessHandle.of(process.pid())
                .ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            handle.onExit()
                                    .orTimeout(DEATH.toMillis(), TimeUnit.MILLISECONDS)
                                    .join();
                        });
    }

    /** Its REST API. */
    public FlinkRest rest() {
        return rest;
    }

    /** Waits until every TaskManager that lives is registered and has nothing to do. */
    public void awaitIdle() throws IOException, InterruptedException {
        processes
                .get(0)
                .await("has idle TaskManagers " + taskManagers.keySet(), START, this::isIdle);
    }

    /** Waits until every task of a job runs. */
    public void awaitRunning(String jobId) throws IOException, InterruptedException {
        processes.get(0).await("runs job " + jobId, START, () -> rest.state(jobId).isRunning());
    }

    /** Waits until a job has to start again, later than a time in milliseconds since the epoch. */
    public void awaitRestart(String jobId, long afterMillis)
            throws IOException, InterruptedException {
        processes
                .get(0)
                .await(
                        "restarts job " + jobId,
                        START,
                        () ->
                                rest.get("jobs", jobId)
                                                .path("timestamps")
                                                .path("RESTARTING")
                                                .asLong()
                                        >= afterMillis);
    }

    private boolean isIdle() throws IOException {
        try {
            Set<String> idle = new HashSet<>();
            for (JsonNode taskManager : rest.get("taskmanagers").path("taskmanagers")) {
                if (taskManager.path("freeSlots").asInt() == ClusterSettings.SLOTS) {
                    idle.add(taskManager.path("id").asText());
                }
            }
            return idle.containsAll(taskManagers.keySet());
        } catch (ClusterException notYetThere) {
            return false;
        }
    }

    /** Processes that still run, by their ids; none after {@link #close}. */
    public List<Long> running() {
        return processes.stream().filter(ChildProcess::isAlive).map(ChildProcess::pid).toList();
    }

    /** Ends every process; a cluster of tests has nothing to put away. */
    @Override
    public void close() {
        rest.close();
        processes.forEach(FlinkCluster::kill);
    }
}
