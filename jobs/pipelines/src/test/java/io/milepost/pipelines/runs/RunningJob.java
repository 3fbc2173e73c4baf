package io.milepost.pipelines.runs;

import io.milepost.kafka.outbound.OutboundRecord;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;

/** A job that runs on the script of its feeds. Closing it cancels it, if it still runs. */
public final class RunningJob implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final MiniCluster cluster;
    private final JobID job;
    private final Run run;
    private final Path folder;
    private boolean over;

    RunningJob(MiniCluster cluster, JobID job, Run run, Path folder) {
        this.cluster = cluster;
        this.job = job;
        this.run = run;
        this.folder = folder;
        cluster.requestJobResult(job)
                .whenComplete(
                        (result, problem) -> {
                            if (problem != null) {
                                run.fail(problem);
                            } else {
                                failure(result);
                            }
                        });
    }

    private void failure(JobResult result) {
        result.getSerializedThrowable()
                .ifPresent(
                        cause ->
                                run.fail(
                                        cause.deserializeError(RunningJob.class.getClassLoader())));
    }

    /**
     * Stops the job when it has read everything, with a savepoint: what was read is behind it with
     * all that follows from it.
     *
     * @return the savepoint
     */
    public Savepoint stopWhenAllIsRead() throws Exception {
        run.awaitAllRead(LIMIT);
        CommonTestUtils.waitForAllTaskRunning(cluster, job, false);
        String path = stop();
        over = true;
        return new Savepoint(Path.of(URI.create(path)));
    }

    private String stop() throws Exception {
        try {
            return cluster.stopWithSavepoint(
                            job, folder.toUri().toString(), false, SavepointFormatType.CANONICAL)
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the job did not stop: " + e.getCause(), e);
        }
    }

    /** Waits until what was written is as wanted. */
    public void awaitWritten(String what, Predicate<List<OutboundRecord>> wanted)
            throws InterruptedException {
        run.awaitWritten(what, LIMIT, wanted);
    }

    /** What was written until now. */
    public List<OutboundRecord> written() {
        return run.written();
    }

    @Override
    public void close() throws Exception {
        if (!over && !cluster.getJobStatus(job).get().isTerminalState()) {
            cluster.cancelJob(job).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
