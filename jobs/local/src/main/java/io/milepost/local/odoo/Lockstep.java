package io.milepost.local.odoo;

import io.milepost.events.OdooResult;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.TopicTail;
import io.milepost.odoo.changes.ChangeStream;
import io.milepost.pipelines.changes.ChangesJob;
import io.milepost.pipelines.milestones.MilestonesJob;
import io.milepost.pipelines.updates.UpdatesJob;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.core.execution.JobClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the jobs round an Odoo have done what a story asks of them: told what happened, asked
 * for what follows from it, made it in Odoo, heard the answers. What a job writes is seen with its
 * checkpoints, so they are taken when they are needed.
 */
final class Lockstep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lockstep.class);

    /** A heartbeat goes through half a dozen operators, and waits at each for so long at most. */
    private static final Duration HAND_ON = Duration.ofMillis(5);

    private static final Duration STALLED = Duration.ofMinutes(2);
    private static final Duration ANSWERED = Duration.ofSeconds(5);

    private final EmbeddedRun run;
    private final OdooJobs jobs;
    private final int parallelism;
    private final List<OdooResult> results = new ArrayList<>();
    private final TopicTail<OdooResult> told;

    Lockstep(EmbeddedRun run, OdooJobs jobs, int parallelism) {
        this.run = run;
        this.jobs = jobs;
        this.parallelism = parallelism;
        this.told = new TopicTail<>(run.kafka(), run.registry(), Catalogue.RESULTS, results::add);
    }

    /** Settings of a cluster whose jobs go in lockstep. */
    static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Watermarks.settings());
        settings.put(ExecutionOptions.BUFFER_TIMEOUT.key(), HAND_ON.toMillis() + " ms");
        return settings;
    }

    /** How many subtasks read Odoo. */
    int readers() {
        return Math.min(parallelism, ChangeStream.values().length);
    }

    /** Whether what is asked for is made. */
    boolean updates() {
        return jobs.updates() != null;
    }

    /** Everything that happened in Odoo before a time has been read; microseconds. */
    void changesRead(long micros) throws IOException, InterruptedException {
        await(jobs.changes(), ChangesJob.NAME, Watermarks.OUTPUTS, micros);
    }

    /** What odoo-changes told can be read by everybody. */
    void changesCommitted() throws InterruptedException {
        checkpoint(jobs.changes());
    }

    /**
     * Everything that was read and said before a time has led to all that it leads to.
     *
     * @return what became of commands until now
     */
    CommandCounts commandsLand(long micros) throws IOException, InterruptedException {
        await(run.job(), MilestonesJob.NAME, Watermarks.OUTPUTS, micros);
        checkpoint(run.job());
        if (updates()) {
            await(jobs.updates(), UpdatesJob.NAME, Watermarks.OUTPUTS, micros);
            checkpoint(jobs.updates());
        }
        told.read();
        // Or it would be left to chance what is asked for when the next thing happens.
        if (!Watermarks.awaitRecords(
                run.job().getJobID(), Watermarks.ANSWERS, told.records(), ANSWERED)) {
            LOG.warn("The milestones job has not taken in all answers of Odoo yet");
        }
        return CommandCounts.of(results);
    }

    /** A job has come to a time at one of its operators. */
    void await(JobClient job, String name, String operator, long micros)
            throws IOException, InterruptedException {
        jobs.requireRunning();
        Watermarks.await(job.getJobID(), name, operator, parallelism, micros / 1_000, STALLED);
    }

    /** So that nobody waits for the next one by the clock; if it fails, that one will come. */
    void checkpoint(JobClient job) throws InterruptedException {
        try {
            run.stack().cluster().checkpoint(job.getJobID());
        } catch (IOException e) {
            LOG.info("A checkpoint was not taken, the next one will be", e);
        }
    }

    @Override
    public void close() throws IOException {
        told.close();
    }
}
