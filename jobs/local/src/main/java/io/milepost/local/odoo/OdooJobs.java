package io.milepost.local.odoo;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.pipelines.changes.ChangesJob;
import io.milepost.pipelines.changes.ChangesSettings;
import io.milepost.pipelines.updates.UpdatesJob;
import io.milepost.pipelines.updates.UpdatesSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jobs odoo-changes and odoo-updates beside the milestones job, on its stack and topics.
 *
 * @param changes the job that reads Odoo
 * @param updates the job that writes it; {@code null} to see what is missing without it
 */
record OdooJobs(JobClient changes, JobClient updates) {

    private static final int REMEMBERED = 100_000;

    /**
     * Starts both, or the first alone.
     *
     * @param both {@code false} is wrong on purpose
     */
    static OdooJobs start(
            EmbeddedRun run,
            RunOptions options,
            OdooServer server,
            Duration poll,
            String company,
            boolean both)
            throws IOException {
        List<String> changes = new ArrayList<>(arguments(run, options));
        changes.addAll(server.jobArguments());
        changes.add("--odoo-poll-interval=" + poll.toMillis() + " ms");
        changes.add("--odoo-remembered=" + REMEMBERED);
        changes.add("--odoo-companies=" + company);
        StreamExecutionEnvironment reading = run.stack().environment();
        ChangesJob.define(reading, ChangesSettings.parse(changes.toArray(String[]::new)));
        JobClient first = submit(reading, ChangesJob.NAME);
        if (!both) {
            return new OdooJobs(first, null);
        }
        List<String> updates = new ArrayList<>(arguments(run, options));
        updates.addAll(server.jobArguments());
        StreamExecutionEnvironment writing = run.stack().environment();
        UpdatesJob.define(writing, UpdatesSettings.parse(updates.toArray(String[]::new)));
        return new OdooJobs(first, submit(writing, UpdatesJob.NAME));
    }

    static JobClient submit(StreamExecutionEnvironment environment, String name)
            throws IOException {
        try {
            return environment.executeAsync(name);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the job " + name + " cannot be submitted", e);
        }
    }

    /** What every job on the stack is told. */
    static List<String> arguments(EmbeddedRun run, RunOptions options) {
        KafkaConnection kafka = run.kafka();
        RegistryConnection registry = run.registry();
        return List.of(
                "--bootstrap-servers=" + kafka.bootstrapServers(),
                "--registry-url=" + String.join(",", registry.urls()),
                "--topic-prefix=" + kafka.topicPrefix(),
                "--environment=local",
                "--parallelism=" + options.parallelism(),
                "--checkpoint-interval=" + options.checkpointInterval().toMillis() + " ms");
    }

    /**
     * Fails unless both run.
     *
     * @throws IOException naming the one that has ended
     */
    void requireRunning() throws IOException, InterruptedException {
        require(changes, ChangesJob.NAME);
        if (updates != null) {
            require(updates, UpdatesJob.NAME);
        }
    }

    static void require(JobClient job, String name) throws IOException, InterruptedException {
        try {
            JobStatus status = job.getJobStatus().get();
            if (status.isGloballyTerminalState()) {
                throw new IOException(
                        "the job " + name + ": expected it to run but it is " + status);
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException("the state of the job " + name + " cannot be read", e);
        }
    }
}
