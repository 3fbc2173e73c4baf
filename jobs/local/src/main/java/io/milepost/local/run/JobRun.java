package io.milepost.local.run;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.milestones.MilestonesJob;
import io.milepost.pipelines.milestones.MilestonesSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One run of the milestones job on the embedded cluster.
 *
 * @param client Flink's handle of it
 */
record JobRun(JobClient client) {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    static JobRun submit(
            EmbeddedStack stack,
            RunOptions options,
            KafkaConnection kafka,
            RegistryConnection registry)
            throws IOException, InterruptedException {
        return execute(stack.environment(), options, kafka, registry);
    }

    static JobRun restore(
            EmbeddedStack stack,
            RunOptions options,
            KafkaConnection kafka,
            RegistryConnection registry,
            String savepoint)
            throws IOException, InterruptedException {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        return execute(stack.environment(configuration), options, kafka, registry);
    }

    private static JobRun execute(
            StreamExecutionEnvironment environment,
            RunOptions options,
            KafkaConnection kafka,
            RegistryConnection registry)
            throws IOException, InterruptedException {
        MilestonesJob.define(environment, settings(options, kafka, registry), options.clocks());
        try {
            JobRun run = new JobRun(environment.executeAsync(MilestonesJob.NAME));
            run.awaitRunning();
            return run;
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the milestones job cannot be submitted", e);
        }
    }

    private static MilestonesSettings settings(
            RunOptions options, KafkaConnection kafka, RegistryConnection registry) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--bootstrap-servers=" + kafka.bootstrapServers());
        arguments.add("--registry-url=" + String.join(",", registry.urls()));
        arguments.add("--topic-prefix=" + kafka.topicPrefix());
        arguments.add("--environment=" + environmentName(kafka.topicPrefix()));
        arguments.add("--parallelism=" + options.parallelism());
        arguments.add("--checkpoint-interval=" + options.checkpointInterval().toMillis() + " ms");
        arguments.addAll(options.jobArguments());
        return MilestonesSettings.parse(arguments.toArray(String[]::new));
    }

    /** Jobs on one broker must not share transactional ids. */
    private static String environmentName(String topicPrefix) {
        String name = topicPrefix.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "local" : name;
    }

    private void awaitRunning() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (status() != JobStatus.RUNNING) {
            if (status().isGloballyTerminalState() || System.nanoTime() > end) {
                throw new IOException(
                        "milestones job: expected RUNNING within "
                                + START.toSeconds()
                                + " s but found "
                                + status());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private JobStatus status() throws IOException, InterruptedException {
        try {
            return client.getJobStatus().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the state of the milestones job cannot be read", e);
        }
    }

    String stopWithSavepoint(Path folder) throws IOException, InterruptedException {
        try {
            return client.stopWithSavepoint(
                            false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the milestones job cannot be stopped with a savepoint", e);
        }
    }

    void cancel() {
        try {
            client.cancel().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the milestones job cannot be cancelled", e);
        }
    }
}
