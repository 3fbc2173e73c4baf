package io.milepost.local.stack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in our JVM with its web UI, on 127.0.0.1 only. Jobs get RocksDB with incremental
 * checkpoints in the cluster's folder and the refusal of generic types, unless they say otherwise.
 * Tasks restart for ever, 500 ms apart.
 */
public final class LocalCluster implements AutoCloseable {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);
    private static final MemorySize MANAGED_PER_SLOT = MemorySize.ofMebiBytes(128);

    private final MiniCluster cluster;
    private final Configuration jobDefaults;
    private final URI webUi;
    private final int taskManagers;
    private int started;

    private LocalCluster(
            MiniCluster cluster, Configuration jobDefaults, URI webUi, int taskManagers) {
        this.cluster = cluster;
        this.jobDefaults = jobDefaults;
        this.webUi = webUi;
        this.taskManagers = taskManagers;
        this.started = taskManagers;
    }

    /**
     * How large a cluster to start.
     *
     * @param uiPort of the web UI and the REST API; 0 picks a free one
     * @param taskManagers at start
     * @param slotsPerTaskManager parallel pipelines in each
     * @param folder of checkpoints, savepoints and temporary files
     * @param flink more settings in Flink's own names, which win over ours of the cluster; its jobs
     *     have those that we set nothing for
     */
    public record Spec(
            int uiPort,
            int taskManagers,
            int slotsPerTaskManager,
            Path folder,
            Map<String, String> flink) {}

    /**
     * Starts a cluster and waits until it takes jobs.
     *
     * @throws IOException if it does not start
     */
    public static LocalCluster start(Spec spec) throws IOException, InterruptedException {
        var ours = jobDefaults(spec);
        var configuration = clusterSettings(spec);
        configuration.addAll(ours);
        spec.flink().forEach(configuration::setString);
        var cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(spec.taskManagers())
                                .setNumSlotsPerTaskManager(spec.slotsPerTaskManager())
                                .build());
        try {
            Files.createDirectories(temporary(spec));
            cluster.start();
            var address = await("tell its address", cluster.getRestAddress());
            return new LocalCluster(
                    cluster,
                    merged(spec.flink(), ours),
                    URI.create("http://127.0.0.1:" + address.getPort()),
                    spec.taskManagers());
        } catch (InterruptedException e) {
            abandon(cluster, e);
            throw e;
        } catch (Exception e) {
            abandon(cluster, e);
            throw new IOException("the Flink cluster did not start: " + e, e);
        }
    }

    /** Address of the web UI and of the REST API. */
    public URI webUi() {
        return webUi;
    }

    /**
     * A new environment whose jobs run here. {@code executeAsync} returns when a job is submitted.
     */
    public StreamExecutionEnvironment environment() {
        return environment(new Configuration());
    }

    /** A new environment whose jobs run here, with settings that win over the cluster's. */
    public StreamExecutionEnvironment environment(Configuration settings) {
        var configuration = new Configuration(jobDefaults);
        configuration.addAll(settings);
        configuration.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
        configuration.set(DeploymentOptions.ATTACHED, true);
        return new StreamExecutionEnvironment(
                new LocalExecutor(this), configuration, LocalCluster.class.getClassLoader());
    }

    /**
     * Submits a job and returns when it is accepted.
     *
     * @throws IOException if it is refused
     */
    public JobClient submit(JobGraph job) throws IOException, InterruptedException {
        await("accept job " + job.getName(), cluster.submitJob(job));
        return new MiniClusterJobClient(
                job.getJobID(),
                cluster,
                LocalCluster.class.getClassLoader(),
                JobFinalizationBehavior.NOTHING);
    }

    /**
     * Takes a checkpoint of a job now, beside those that it takes by itself, and returns when it is
     * complete.
     *
     * @throws IOException if it fails, as while tasks are starting
     */
    public void checkpoint(JobID job) throws IOException, InterruptedException {
        await("take a checkpoint of job " + job, cluster.triggerCheckpoint(job));
    }

    /**
     * Ends a TaskManager with all its tasks, for failure tests.
     *
     * @param index 0 for the first that was started
     */
    public void terminateTaskManager(int index) throws IOException, InterruptedException {
        await("terminate TaskManager " + index, cluster.terminateTaskManager(index));
    }

    /**
     * Ends every TaskManager with all its tasks and starts as many new ones: whatever ran is lost,
     * wherever it ran.
     */
    public void replaceTaskManagers() throws IOException, InterruptedException {
        for (int i = started - taskManagers; i < started; i++) {
            terminateTaskManager(i);
        }
        for (int i = 0; i < taskManagers; i++) {
            startTaskManager();
        }
    }

    /** Whether a job had to be started again since it was submitted. */
    public boolean hasRestarted(JobID job) throws IOException, InterruptedException {
        return await("tell the state of job " + job, cluster.getExecutionGraph(job))
                        .getStatusTimestamp(JobStatus.RESTARTING)
                > 0;
    }

    /** Adds a TaskManager; its index is one more than the highest before. */
    public void startTaskManager() throws IOException {
        try {
            cluster.startTaskManager();
            started++;
        } catch (Exception e) {
            throw new IOException("the Flink cluster did not start another TaskManager: " + e, e);
        }
    }

    /** Ends all jobs and the cluster within 4 s. */
    @Override
    public void close() throws IOException {
        close(cluster);
    }

    private static void close(MiniCluster cluster) throws IOException {
        try {
            await("close", cluster.closeAsync(), CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the Flink cluster was closing");
        }
    }

    private static void abandon(MiniCluster cluster, Exception cause) {
        try {
            close(cluster);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static <T> T await(String what, CompletableFuture<T> answer)
            throws IOException, InterruptedException {
        return await(what, answer, CALL_LIMIT);
    }

    private static <T> T await(String what, CompletableFuture<T> answer, Duration limit)
            throws IOException, InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the Flink cluster did not " + what + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(
                    "the Flink cluster did not " + what + " within " + limit.toSeconds() + " s", e);
        }
    }

    private static Configuration jobDefaults(Spec spec) {
        var settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(spec, "checkpoints"));
        settings.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, uri(spec, "savepoints"));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(500));
        return settings;
    }

    private static Configuration merged(Map<String, String> flink, Configuration ours) {
        var settings = Configuration.fromMap(flink);
        settings.addAll(ours);
        return settings;
    }

    private static Configuration clusterSettings(Spec spec) {
        var settings = new Configuration();
        settings.set(RestOptions.ADDRESS, "127.0.0.1");
        settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        settings.set(RestOptions.PORT, spec.uiPort());
        settings.set(RestOptions.BIND_PORT, Integer.toString(spec.uiPort()));
        settings.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        settings.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        settings.set(TaskManagerOptions.HOST, "127.0.0.1");
        settings.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        // What runs here is submitted by this program; a click in the UI must not end it.
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(WebOptions.CANCEL_ENABLE, false);
        settings.set(WebOptions.TMP_DIR, temporary(spec).toString());
        settings.set(WebOptions.REFRESH_INTERVAL, Duration.ofSeconds(1));
        settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(10));
        settings.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                MANAGED_PER_SLOT.multiply(spec.slotsPerTaskManager()));
        settings.set(CoreOptions.TMP_DIRS, temporary(spec).toString());
        return settings;
    }

    private static Path temporary(Spec spec) {
        return spec.folder().resolve("tmp").toAbsolutePath();
    }

    private static String uri(Spec spec, String name) {
        return spec.folder().resolve(name).toAbsolutePath().toUri().toString();
    }
}
